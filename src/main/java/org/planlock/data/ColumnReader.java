package org.planlock.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** Reads the cells of one column as its rule says, and reports all that do not fit. */
final class ColumnReader {
  private final TextTable table;
  private final int column;
  private final ColumnRule rule;
  private final TableRule tableRule;
  private final Acceptance acceptance;
  private final Set<String> missing;
  private final CellFaults faults;
  private final List<Diagnostic> found = new ArrayList<>();

  ColumnReader(TextTable table, int column, ColumnRule rule, TableRule in, Acceptance acceptance) {
    this.table = table;
    this.column = column;
    this.rule = rule;
    this.tableRule = in;
    this.acceptance = acceptance;
    this.missing = new HashSet<>(rule.missingIn(in.format()));
    this.faults = new CellFaults(table, column, rule.name());
  }

  /** The numbers of all rows; NaN where a value is missing or the row is not wanted. */
  Checked<double[]> numbers(IntPredicate wanted, boolean declared) {
    var values = new double[table.rows()];
    Arrays.fill(values, Double.NaN);
    var text = new NumberText(tableRule.format().decimal());
    for (int row = 0; row < values.length; row++) {
      var cell = table.cell(row, column);
      if (wanted.test(row) && !missing.contains(cell)) {
        values[row] = number(cell, row, text);
      }
    }
    addFindings();
    if (declared && found.stream().noneMatch(Diagnostic::isError)) {
      spread(values);
    }
    return Checked.of(values, found);
  }

  /** The texts of all rows; null where a value is missing or the row is not wanted. */
  Checked<@Nullable String[]> texts(IntPredicate wanted, boolean declared) {
    var values = new @Nullable String[table.rows()];
    var levels = new HashSet<>(rule.levels());
    for (int row = 0; row < values.length; row++) {
      var cell = table.cell(row, column);
      if (wanted.test(row) && !missing.contains(cell)) {
        values[row] = cell;
        if (!levels.isEmpty() && !levels.contains(cell)) {
          faults.add(
              looksMissing(cell) ? CellFault.UNDECLARED_MISSING : CellFault.UNKNOWN_LEVEL, row);
        }
      }
    }
    addFindings();
    if (declared && found.stream().noneMatch(Diagnostic::isError)) {
      groups(values);
    }
    return Checked.of(values, found);
  }

  private static boolean looksMissing(String cell) {
    return new NumberText('.').faultOf(cell) == CellFault.UNDECLARED_MISSING;
  }

  private double number(String cell, int row, NumberText text) {
    var plain = cell.strip();
    double value = text.read(plain);
    if (Double.isNaN(value)) {
      faults.add(text.faultOf(plain), row);
      return value;
    }
    if (plain.length() != cell.length()) {
      faults.add(CellFault.SPACES, row);
    }
    if (Double.isInfinite(value)) {
      faults.add(CellFault.NOT_FINITE, row);
    } else if (NumberText.looksMissing(value, rule.range())) {
      faults.add(CellFault.LOOKS_LIKE_MISSING, row);
    } else if (rule.type() == ValueType.INTEGER && value != StrictMath.rint(value)) {
      faults.add(CellFault.NOT_AN_INTEGER, row);
    } else if (rule.range().isPresent() && !rule.range().get().holds(value)) {
      faults.add(CellFault.OUT_OF_RANGE, row);
    }
    return value;
  }

  private void addFindings() {
    found.addAll(faults.findings(this::notes, acceptance, tableRule.name()));
  }

  private List<String> notes(CellFault fault) {
    return switch (fault) {
      case UNDECLARED_MISSING, LOOKS_LIKE_MISSING -> List.of(declaredMissing());
      case OUT_OF_RANGE -> rule.range().map(this::declaredRange).stream().toList();
      case UNKNOWN_LEVEL -> levelNotes();
      default -> List.of();
    };
  }

  private String declaredMissing() {
    var codes = rule.missingIn(tableRule.format());
    var declared =
        codes.isEmpty()
            ? "none is declared"
            : "declared: " + String.join(", ", codes.stream().map(c -> "`" + c + "`").toList());
    return "only declared codes mean a missing value; " + declared;
  }

  private String declaredRange(Range range) {
    return "the plan declares " + range + rule.unit().map(unit -> " " + unit).orElse("");
  }

  private List<String> levelNotes() {
    var notes = new ArrayList<String>();
    notes.add("levels are compared letter by letter; declared: " + ticked(rule.levels()));
    for (var text : faults.texts(CellFault.UNKNOWN_LEVEL)) {
      NearNames.alike(text, rule.levels())
          .or(() -> NearNames.of(text, rule.levels()).stream().findFirst())
          .ifPresent(
              level -> notes.add("did you mean `" + level + "` where `" + text + "` stands?"));
    }
    return notes;
  }

  private void spread(double[] values) {
    var present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    if (present.length == 0) {
      allMissing();
    } else if (present.length > 1 && Arrays.stream(present).allMatch(v -> v == present[0])) {
      found.add(
          atColumn(Rule.CONSTANT_COLUMN, "`" + rule.name() + "` has the same value in every row")
              .note("a column that does not vary explains nothing"));
    }
  }

  private void groups(@Nullable String[] values) {
    var present = new HashSet<>(Arrays.asList(values));
    present.remove(null);
    if (present.isEmpty()) {
      allMissing();
      return;
    }
    var empty = rule.levels().stream().filter(level -> !present.contains(level)).toList();
    if (!empty.isEmpty()) {
      var message = "no row of `" + rule.name() + "` holds the declared level " + ticked(empty);
      var finding =
          atColumn(Rule.EMPTY_LEVEL, message)
              .help("correct the table or the plan's levels, or accept the column with a reason");
      found.add(acceptance.weigh(finding, tableRule.name(), rule.name(), 0));
    }
  }

  private void allMissing() {
    found.add(
        atColumn(Rule.ALL_VALUES_MISSING, "every value of `" + rule.name() + "` is missing")
            .note(declaredMissing()));
  }

  private Diagnostic atColumn(Rule finding, String message) {
    return Diagnostic.at(table.headerPlace(column), finding, message);
  }

  private static String ticked(List<String> words) {
    return Phrases.list(words.stream().map(word -> "`" + word + "`").toList(), words.size());
  }
}
