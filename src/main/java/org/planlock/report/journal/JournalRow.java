package org.planlock.report.journal;

import java.util.List;
import java.util.Optional;
import org.planlock.deviation.DeviationKind;
import org.planlock.report.Visible;

/**
 * One deviation as a journal's table has it; every cell is plain text on one line.
 *
 * @param kind by the taxonomy; none of an amendment
 * @param path the place in the plan
 * @param place the same in words
 * @param when it was decided, as far as that is known
 * @param why the reason that is declared
 * @param effect on the results
 * @param disclosed by whom and when it was told
 * @param costs the hypotheses that lose their confirmatory label by it
 */
record JournalRow(
    int number,
    Optional<DeviationKind> kind,
    String code,
    String path,
    String place,
    String planned,
    String done,
    String when,
    String why,
    String effect,
    String disclosed,
    String severity,
    List<String> costs) {
  static final List<String> HEADINGS =
      List.of(
          "no.",
          "what",
          "planned",
          "done",
          "when",
          "why",
          "effect on results",
          "disclosed",
          "severity",
          "label lost by");

  /** The same of what was amended. */
  static final List<String> AMENDED =
      List.of(
          "no.",
          "what",
          "planned at first",
          "amended to",
          "when",
          "why",
          "effect on results",
          "disclosed",
          "severity",
          "label lost by");

  JournalRow {
    place = onOneLine(place);
    planned = onOneLine(planned);
    done = onOneLine(done);
    why = onOneLine(why);
    effect = onOneLine(effect);
    when = onOneLine(when);
    disclosed = onOneLine(disclosed);
    costs = costs.stream().map(JournalRow::onOneLine).toList();
  }

  private static String onOneLine(String text) {
    return Visible.text(text.replaceAll("\\R", " ").strip());
  }

  List<String> cells() {
    return List.of(
        String.valueOf(number),
        place + kind.map(one -> " (" + one.title() + ")").orElse(""),
        planned,
        done,
        when,
        why,
        effect,
        disclosed,
        severity,
        costs.isEmpty() ? "none" : String.join(", ", costs));
  }
}
