package org.planlock.intake.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.intake.Branch;
import org.planlock.syntax.PlanNode;

/**
 * The contract that a column may get: only what its dictionary or its cells say.
 *
 * @param remarks what to read and to decide beside it
 */
record ColumnProposal(PlanNode.Mapping node, List<String> remarks, List<Diagnostic> found) {
  private static final int LISTED = 6;

  static ColumnProposal of(OfferedTable table, int column) {
    var glance = ColumnGlance.of(table, column);
    return new Maker(table, glance, DictionaryEntry.of(table.dictionary(), glance.name())).made();
  }

  private record Maker(OfferedTable table, ColumnGlance glance, DictionaryEntry entry) {
    ColumnProposal made() {
      var levels = levels();
      var node = Branch.at(glance.span()).put("name", glance.name()).put("table", table.name());
      if (levels.isEmpty()) {
        node.put("type", type()).put("range", range());
      } else {
        node.put("levels", levels);
      }
      node.put("unit", levels.isEmpty() ? entry.units() : Optional.empty());
      node.put("missing", missing());
      return new ColumnProposal(node.node(), remarks(levels), found(levels));
    }

    private List<String> levels() {
      if (!entry.levels().isEmpty()) {
        return entry.levels().stream().map(DictionaryEntry.Level::name).distinct().toList();
      }
      boolean isText = entry.format().filter("string"::equals).isPresent();
      return glance.looksLikeLevels() && !isText ? glance.values() : List.of();
    }

    private Optional<String> type() {
      boolean isNumber = glance.isNumeric() || (glance.present() == 0 && entry.units().isPresent());
      if (isNumber) {
        return Optional.of(
            entry.format().filter("integer"::equals).isPresent() ? "integer" : "number");
      }
      // a number among whose cells other words stand: what those mean is for the author to say
      return glance.present() == 0 ? Optional.empty() : Optional.of(mixed() ? "number" : "text");
    }

    private boolean mixed() {
      return entry.minimum().isPresent() || entry.maximum().isPresent();
    }

    private List<String> range() {
      boolean isTyped = type().filter(word -> !word.equals("text")).isPresent();
      return isTyped && entry.minimum().isPresent() && entry.maximum().isPresent()
          ? List.of(entry.minimum().get(), entry.maximum().get())
          : List.of();
    }

    /** Codes of the column's own; the table's are said once, where the table is. */
    private List<String> missing() {
      var codes = entry.missing();
      boolean isMore = codes.stream().anyMatch(it -> !it.equals(ColumnGlance.BIDS_MISSING));
      return isMore ? codes : List.of();
    }

    private List<String> remarks(List<String> levels) {
      var remarks = new ArrayList<String>();
      description().ifPresent(remarks::add);
      if (!levels.isEmpty()) {
        var found = entry.levels().isEmpty() ? "levels as they occur; is one missing? " : "";
        remarks.add(
            found + "to decide: which level is the reference, and `code dummy 0, 1` or another");
      }
      if (range().isEmpty() && (entry.minimum().isPresent() || entry.maximum().isPresent())) {
        remarks.add(
            "the dictionary gives one end of the range: " + ends() + "; what is the other?");
      }
      var doubtful = glance.doubtful().stream().filter(it -> !missing().contains(it)).toList();
      if (!doubtful.isEmpty()) {
        remarks.add(
            "to decide: the table holds "
                + listed(doubtful)
                + "; a missing value? then name it after `missing`");
      }
      if (glance.present() == 0) {
        remarks.add("every cell is missing so far");
      }
      return remarks;
    }

    private Optional<String> description() {
      var meanings =
          entry.levels().stream()
              .filter(it -> !it.meaning().isBlank() && !it.meaning().equals(it.name()))
              .map(it -> it.name() + " = " + it.meaning())
              .collect(Collectors.joining(", "));
      var said = Optional.of(entry.description()).filter(it -> !it.isBlank()).stream().toList();
      var both = new ArrayList<>(said);
      if (!meanings.isEmpty()) {
        both.add(meanings);
      }
      return Optional.of(String.join(": ", both)).filter(it -> !it.isEmpty());
    }

    private String ends() {
      return entry.minimum().map(low -> "at least " + low).orElse("")
          + entry.maximum().map(high -> "at most " + high).orElse("");
    }

    private List<Diagnostic> found(List<String> levels) {
      var found = new ArrayList<>(entry.found());
      var strange = glance.values().stream().filter(it -> !levels.contains(it)).toList();
      if (!entry.levels().isEmpty() && (!strange.isEmpty() || hasMany())) {
        found.add(
            Diagnostic.at(
                    glance.span(),
                    Rule.VALUES_NOT_IN_DICTIONARY,
                    strange.isEmpty()
                        ? "`" + glance.name() + "` holds more values than its dictionary names"
                        : "`"
                            + glance.name()
                            + "` holds "
                            + listed(strange)
                            + ", which its dictionary does not name")
                .note("the levels that the dictionary names are proposed; others would be refused")
                .help("put the table or its dictionary right, or change `levels` in the plan"));
      }
      return found;
    }

    private boolean hasMany() {
      return glance.values().isEmpty() && glance.present() > 0;
    }

    private static String listed(List<String> values) {
      var some =
          values.stream()
              .limit(LISTED)
              .map(it -> it.isEmpty() ? "empty cells" : "`" + it + "`")
              .collect(Collectors.joining(", "));
      return values.size() > LISTED ? some + ", …" : some;
    }
  }
}
