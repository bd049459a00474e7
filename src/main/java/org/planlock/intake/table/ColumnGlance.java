package org.planlock.intake.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.planlock.source.Span;

/**
 * What the cells of a column look like.
 *
 * @param present how many cells are not missing
 * @param isNumeric whether every cell that holds something holds a number
 * @param values the different values in alphabetical order; empty where there are many
 * @param doubtful cells that probably mean a missing value, and are no missing code of the table
 */
record ColumnGlance(
    String name,
    Span span,
    int present,
    boolean isNumeric,
    List<String> values,
    List<String> doubtful) {
  private static final int FEW = 12;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Set<String> MISSING_WORDS =
      Set.of("", ".", "-", "--", "na", "n/a", "#n/a", "nan", "null", "none", "missing", "?");
  private static final Set<String> MISSING_NUMBERS = Set.of("-999", "-9999", "-99", "-9");

  static final String BIDS_MISSING = "n/a";

  static ColumnGlance of(OfferedTable table, int column) {
    var sight = table.sight();
    int present = 0;
    boolean isNumeric = true;
    var values = new TreeSet<String>();
    var doubtful = new TreeSet<String>();
    for (int row = 0; row < sight.rows(); row++) {
      var cell = sight.cell(row, column).strip();
      if (table.isBids() && cell.equals(BIDS_MISSING)) {
        continue;
      }
      if (MISSING_WORDS.contains(cell.toLowerCase(Locale.ROOT))) {
        addFew(doubtful, cell);
        continue;
      }
      present++;
      isNumeric &= NUMBER.matcher(cell).matches();
      addFew(values, cell);
      if (MISSING_NUMBERS.contains(cell)) {
        addFew(doubtful, cell);
      }
    }
    boolean isFew = values.size() <= FEW;
    return new ColumnGlance(
        sight.header().get(column),
        sight.placeOf(column),
        present,
        isNumeric && present > 0,
        isFew ? List.copyOf(values) : List.of(),
        new ArrayList<>(doubtful));
  }

  /** Whether a value of text comes back so often that it names a kind and not a case. */
  boolean looksLikeLevels() {
    return !isNumeric && values.size() > 1 && present >= 2 * values.size();
  }

  private static void addFew(Set<String> set, String cell) {
    if (set.size() <= FEW) {
      set.add(cell);
    }
  }
}
