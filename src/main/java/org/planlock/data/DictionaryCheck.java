package org.planlock.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.diagnostic.Severity;

/** Compares what a data dictionary says with what the plan says and what the table holds. */
final class DictionaryCheck {
  private static final int LISTED = 5;

  private final SoundTable table;
  private final Acceptance acceptance;
  private final List<Diagnostic> found = new ArrayList<>();

  DictionaryCheck(SoundTable table, Acceptance acceptance) {
    this.table = table;
    this.acceptance = acceptance;
  }

  List<Diagnostic> check(DataDictionary dictionary) {
    for (var column : table.offered().values()) {
      dictionary
          .column(column.name())
          .ifPresent(
              entry -> {
                levels(column, entry);
                unit(column, entry);
                range(column, entry);
              });
    }
    return found;
  }

  private void levels(SoundTable.Offered column, DataDictionary.Entry entry) {
    if (entry.levels().isEmpty()) {
      return;
    }
    boolean planned = column.declared() && !column.rule().levels().isEmpty();
    Set<String> said = planned ? new LinkedHashSet<>(column.rule().levels()) : held(column);
    said.removeAll(entry.levels().keySet());
    if (said.isEmpty()) {
      return;
    }
    var message =
        "the dictionary does not list the "
            + (said.size() == 1 ? "level " : "levels ")
            + ticked(said)
            + " of `"
            + column.name()
            + "`, "
            + (planned ? "the plan does" : "the table holds " + (said.size() == 1 ? "it" : "them"));
    var finding =
        Diagnostic.at(entry.place(), Rule.DICTIONARY_LEVELS, message)
            .note("the dictionary lists " + ticked(entry.levels().keySet()));
    boolean promised = column.declared() && !planned;
    found.add(
        promised
            ? acceptance.weigh(
                finding.weighing(Severity.ERROR).help(DECLARE),
                table.rule().name(),
                column.name(),
                0)
            : finding);
  }

  private static final String DECLARE =
      "correct the dictionary, or write the levels in the plan, which then count";

  private Set<String> held(SoundTable.Offered column) {
    var missing = new HashSet<>(column.rule().missingIn(table.rule().format()));
    var held = new LinkedHashSet<String>();
    for (int row = 0; row < table.table().rows(); row++) {
      var cell = table.table().cell(row, column.position());
      if (!missing.contains(cell)) {
        held.add(cell);
      }
    }
    return held;
  }

  private void unit(SoundTable.Offered column, DataDictionary.Entry entry) {
    var planned = column.declared() ? column.rule().unit() : java.util.Optional.<String>empty();
    if (planned.isEmpty() || entry.units().isEmpty()) {
      return;
    }
    if (!planned.get().strip().equals(entry.units().get().strip())) {
      var message =
          "the dictionary gives `"
              + column.name()
              + "` in `"
              + entry.units().get()
              + "`, the plan in `"
              + planned.get()
              + "`";
      var finding =
          Diagnostic.at(entry.place(), Rule.DICTIONARY_UNIT, message)
              .note("units are compared letter by letter, and nothing is converted")
              .help(
                  "write the same unit in both, or accept the column with a reason when executing");
      found.add(acceptance.weigh(finding, table.rule().name(), column.name(), 0));
    }
  }

  private void range(SoundTable.Offered column, DataDictionary.Entry entry) {
    if (!column.declared() || column.rule().range().isEmpty()) {
      return;
    }
    var planned = column.rule().range().get();
    boolean low = entry.minimum().isPresent() && entry.minimum().getAsDouble() != planned.low();
    boolean high = entry.maximum().isPresent() && entry.maximum().getAsDouble() != planned.high();
    if (low || high) {
      var said =
          new Range(
              entry.minimum().orElse(Double.NEGATIVE_INFINITY),
              Math.max(
                  entry.minimum().orElse(Double.NEGATIVE_INFINITY),
                  entry.maximum().orElse(Double.POSITIVE_INFINITY)));
      found.add(
          Diagnostic.at(
                  entry.place(),
                  Rule.DICTIONARY_RANGE,
                  "the dictionary limits `"
                      + column.name()
                      + "` to "
                      + said
                      + ", the plan to "
                      + planned)
              .note("the plan's range counts"));
    }
  }

  private static String ticked(Collection<String> words) {
    var shown = words.stream().limit(LISTED).map(word -> "`" + word + "`").toList();
    return Phrases.list(shown, words.size());
  }
}
