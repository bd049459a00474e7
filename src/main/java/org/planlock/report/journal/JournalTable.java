package org.planlock.report.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.planlock.deviation.DeviationKind;
import org.planlock.deviation.ValueText;
import org.planlock.report.EffectWords;
import org.planlock.trace.TraceValue;

/**
 * All deviations of an analysis as rows, and what else belongs beside them.
 *
 * @param amendments rows of the same columns, numbered on, where the plan was amended before
 */
record JournalTable(JudgedAnalysis analysis, List<JournalRow> rows, List<JournalRow> amendments) {
  private static final int LONGEST = 300;
  private static final Set<String> VERDICTS = Set.of("corroborated", "falsified", "inconclusive");

  JournalTable {
    rows = List.copyOf(rows);
    amendments = List.copyOf(amendments);
  }

  static JournalTable of(JudgedAnalysis analysis) {
    var rows = new ArrayList<JournalRow>();
    for (var deviation : analysis.each("deviations")) {
      rows.add(row(rows.size() + 1, deviation, analysis));
    }
    return new JournalTable(analysis, rows, AmendmentRows.of(analysis, rows.size() + 1));
  }

  /** How many deviations somebody declared. */
  long declared() {
    return analysis.each("deviations").stream()
        .filter(one -> one.truth("declared").orElse(false))
        .count();
  }

  /** Places of the plan of which the record does not tell whether they were kept. */
  List<String> gaps() {
    return analysis.each("gaps").stream().flatMap(gap -> gap.text("path").stream()).toList();
  }

  /** Deviations that are declared and do not show. */
  List<String> notFound() {
    return analysis.each("declaredNotFound").stream()
        .map(one -> one.text("subject").orElse("") + ": " + one.text("because").orElse(""))
        .toList();
  }

  private static JournalRow row(int number, TraceValue.Fields one, JudgedAnalysis analysis) {
    var claim = one.object("declaration");
    var path = one.text("path").orElse("");
    var code = one.text("code").orElse("");
    return new JournalRow(
        number,
        DeviationKind.of(code, path),
        code,
        path,
        PathWords.of(path) + one.text("participant").map(id -> ", " + id).orElse(""),
        value(one, "planned", " by the registered rule"),
        value(one, "observed", " in the record"),
        when(one, claim),
        claim
            .map(c -> c.text("because").orElse("") + " (" + words(c, "reason") + ")")
            .orElse("no reason is declared"),
        new EffectWords(analysis.effect()).on(one),
        disclosed(one, claim),
        one.text("severity").orElse(""),
        one.texts("costs").orElse(List.of()));
  }

  /**
   * What was planned or done.
   *
   * @param verdict what is said after the verdict of a hypothesis, for nobody plans a verdict
   */
  private static String value(TraceValue.Fields one, String name, String verdict) {
    boolean isVerdict =
        one.text("code").filter("X523"::equals).isPresent()
            && one.text(name).filter(VERDICTS::contains).isPresent();
    return shortened(ValueText.of(one.value(name).orElseGet(TraceValue::missing)))
        + (isVerdict ? verdict : "");
  }

  static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + " …";
  }

  private static String when(TraceValue.Fields one, Optional<TraceValue.Fields> claim) {
    return when(one, claim.flatMap(c -> c.text("timing")).orElse("unknown"));
  }

  /** The time that counts, what was claimed if that is another, and what speaks against it. */
  static String when(TraceValue.Fields one, String claim) {
    var counted = timing(one.text("timing").orElse("unknown"));
    var claimed = Optional.of(timing(claim));
    var evidence = one.text("timingEvidence").map(why -> "; " + why).orElse("");
    return claimed.filter(said -> !said.equals(counted) && !said.equals("not known")).isPresent()
        ? counted + " (declared as " + claimed.get() + evidence + ")"
        : counted + (evidence.isEmpty() ? "" : " (" + evidence.substring(2) + ")");
  }

  static String timing(String word) {
    return switch (word) {
      case "before_data" -> "before there were data";
      case "data_exist_blind" -> "data existed, blind to them";
      case "after_unblinding" -> "after unblinding";
      case "after_results" -> "after results were known";
      default -> "not known";
    };
  }

  private static String disclosed(TraceValue.Fields one, Optional<TraceValue.Fields> claim) {
    if (claim.isEmpty()) {
      return "not declared; found by comparing plan and record";
    }
    var who = claim.get().text("who").map(name -> " by " + name).orElse("");
    return one.truth("onRecord").orElse(false)
        ? "declared" + who + " in the study's ledger before the data were unblinded"
        : "declared" + who + ", beside the results";
  }

  private static String words(TraceValue.Fields fields, String name) {
    return fields.text(name).orElse("").replace('_', ' ');
  }
}
