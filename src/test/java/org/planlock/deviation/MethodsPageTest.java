package org.planlock.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.planlock.report.journal.JournalPages;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** The paragraph on methods says what the record says, whatever that is, and nothing else. */
final class MethodsPageTest {
  private static final SmallStudy STUDY = SmallStudy.conforming();

  /** What is not of the record: the lock's digest and time, and how much the record lacks. */
  private static final String OUTSIDE = "sha256:[0-9a-f]+|2026-03-02|whether \\d+ parts";

  @Test
  void aConformingAnalysisReadsAsItWasDone() {
    assertThat(methods(STUDY))
        .contains(
            "was locked (sha256:",
            ") on 2026-03-02 by the clock of the machine that locked it.",
            "7 participants were enrolled (registered target 7).",
            "1 participant was excluded: 1 for \"no outcome\".",
            "6 participants were analysed.",
            "Columns were prepared in 2 steps, in this order: (1) 1 column coded, row by row;"
                + " (2) 4 columns scaled (to z(sd n-1)), learnt from 5 participants in each training"
                + " fold and from 6 participants for the final fit.",
            "The model first explained change (late - early) by 2 terms in 6 participants, with"
                + " lambda from 0.02 to 4.",
            "over 2 l1 ratios (0.5, 1) and 3 values of lambda for each, validated in 6 folds (leave"
                + " one out) by participant, the penalty selected at the minimum of the"
                + " cross-validated error (squared error) jointly",
            "2 hypotheses were judged (H1 and H2).",
            "The analysis was made with planlock 0.1.0.",
            "No deviations from the locked plan were found.")
        .doesNotContain("honest");
  }

  /** One change of the record each; the paragraph must follow every one. */
  private static Map<String, UnaryOperator<SmallStudy>> mutations() {
    Map<String, UnaryOperator<SmallStudy>> all = new LinkedHashMap<>();
    all.put(
        "enrolled",
        s -> s.with(TraceEvents.ENROLLED, e -> e.withTexts("ids", List.of("s1", "s2"))));
    all.put("nobody enrolled", s -> s.without(TraceEvents.ENROLLED));
    all.put("nobody excluded", s -> s.without(TraceEvents.EXCLUSION));
    all.put("another reason", s -> s.with(TraceEvents.EXCLUSION, e -> e.with("because", "asleep")));
    all.put("an override", s -> s.with(TraceEvents.EXCLUSION, e -> e.with("origin", "override")));
    all.put("analysed", s -> s.with(TraceEvents.SAMPLE, e -> e.withTexts("ids", List.of("s1"))));
    all.put("no sample", s -> s.without(TraceEvents.SAMPLE));
    all.put("target", s -> s.with(TraceEvents.SAMPLE, e -> e.with("target", 9)));
    all.put("no steps", s -> s.without(TraceEvents.STEP));
    all.put("a verb", s -> s.with(MethodsPageTest::isScaling, e -> e.with("verb", "centre")));
    all.put("how", s -> s.with(MethodsPageTest::isScaling, e -> e.with("to", "z(sd n)")));
    all.put(
        "columns",
        s -> s.with(MethodsPageTest::isScaling, e -> e.withTexts("columns", List.of("age"))));
    all.put(
        "leak",
        s -> s.with(MethodsPageTest::isScaling, e -> e.withTexts("fitRows", SmallStudy.ANALYSED)));
    all.put(
        "fewer rows",
        s -> s.with(MethodsPageTest::isScaling, e -> e.withTexts("fitRows", List.of("s1", "s2"))));
    all.put(
        "no rows", s -> s.with(MethodsPageTest::isScaling, e -> e.withTexts("fitRows", List.of())));
    all.put("outcome", first(TraceEvents.DESIGN, e -> e.with("outcome", "late")));
    all.put("formula", first(TraceEvents.DESIGN, e -> e.with("outcomeFormula", "early - late")));
    all.put("terms", first(TraceEvents.DESIGN, e -> e.withTexts("columns", List.of("age"))));
    all.put("rows", first(TraceEvents.DESIGN, e -> e.withTexts("rows", List.of("s1"))));
    all.put("ratios", first(TraceEvents.GRID, e -> e.withNumbers("l1Ratios", 0.25, 1)));
    all.put(
        "lambdas",
        first(
            TraceEvents.GRID,
            e ->
                e.with(
                    "lambdas",
                    TraceValue.items(
                        List.of(TraceValue.numbers(8, 1), TraceValue.numbers(3, 1))))));
    all.put(
        "folds",
        first(TraceEvents.FOLDS, e -> e.with("fold", TraceValue.wholes(1, 1, 2, 2, 3, 3))));
    all.put("scheme", first(TraceEvents.FOLDS, e -> e.with("scheme", "k_fold")));
    all.put("unit", first(TraceEvents.FOLDS, e -> e.with("by", "row")));
    all.put("repeats", first(TraceEvents.FOLDS, e -> e.with("repeats", 5)));
    all.put("rule", first(TraceEvents.SELECTION, e -> e.with("rule", "one_standard_error")));
    all.put("turns", first(TraceEvents.SELECTION, e -> e.with("turns", "in_turn")));
    all.put("loss", first(TraceEvents.SELECTION, e -> e.with("loss", "misclassification")));
    all.put("family", first(TraceEvents.FIT, e -> e.with("family", "least_squares")));
    all.put("distribution", first(TraceEvents.FIT, e -> e.with("distribution", "binomial")));
    all.put("objective", first(TraceEvents.FIT, e -> e.with("objective", "textbook")));
    all.put("solve", first(TraceEvents.FIT, e -> e.with("solve", "glmnet")));
    all.put("threshold", first(TraceEvents.FIT, e -> e.with("threshold", 1e-7)));
    all.put("scaled again", first(TraceEvents.FIT, e -> e.with("standardize", true)));
    all.put(
        "factors", first(TraceEvents.FIT, e -> e.with("penaltyFactors", TraceValue.numbers(1, 5))));
    all.put("not converged", first(TraceEvents.FIT, e -> e.with("converged", false)));
    all.put("no selection", s -> s.without(SmallStudy.of(TraceEvents.SELECTION, "first")));
    all.put("no grid", s -> s.without(SmallStudy.of(TraceEvents.GRID, "first")));
    all.put("no folds", s -> s.without(SmallStudy.of(TraceEvents.FOLDS, "first")));
    all.put("a hypothesis less", s -> s.without(TraceEvents.HYPOTHESIS));
    all.put("tool", s -> s.with(TraceEvents.START, e -> e.with("tool", tool("R glmnet", "4.1-6"))));
    all.put(
        "version", s -> s.with(TraceEvents.START, e -> e.with("tool", tool("planlock", "0.2"))));
    all.put("no tool", s -> s.with(TraceEvents.START, e -> e.without("tool")));
    all.put(
        "lock", s -> s.with(TraceEvents.START, e -> e.with("lock", "sha256:" + SmallStudy.SHA)));
    all.put("label", s -> s.with(TraceEvents.START, e -> e.with("label", "exploratory")));
    all.put("no end", s -> s.without(TraceEvents.END));
    all.put("nothing", s -> s.events(List.of()));
    return all;
  }

  @Test
  void everyChangeOfTheRecordChangesTheParagraph() {
    var before = methods(STUDY);
    mutations()
        .forEach(
            (what, mutation) ->
                assertThat(methods(mutation.apply(STUDY))).as(what).isNotEqualTo(before));
  }

  @Test
  void everyNumberComesFromTheRecord() {
    mutations()
        .forEach(
            (what, mutation) -> {
              var study = mutation.apply(STUDY);
              var known = new java.util.HashSet<String>();
              study.events().forEach(event -> numbers(event.members().values(), known));
              numbersIn(methods(study).replaceAll(OUTSIDE, ""))
                  .forEach(number -> assertThat(known).as(what).contains(number));
            });
  }

  /** Every number that is written in the record, and how many there are of anything. */
  private static void numbers(Iterable<TraceValue> values, java.util.Set<String> known) {
    int count = 0;
    for (var value : values) {
      count++;
      numbersIn(ValueText.of(value)).forEach(known::add);
      if (value instanceof TraceValue.Items items) {
        numbers(items.items(), known);
        known.add(items.items().stream().distinct().count() + "");
      } else if (value instanceof TraceValue.Fields fields) {
        numbers(fields.members().values(), known);
      }
    }
    known.add(count + "");
    for (int small = 0; small <= 6; small++) {
      known.add(small + ""); // how many events there are of one kind
    }
  }

  private static List<String> numbersIn(String text) {
    return Pattern.compile("(?<![A-Za-z_])\\d+(\\.\\d+)*(e-?\\d+)?")
        .matcher(text.replaceAll("l1|r2", ""))
        .results()
        .map(found -> found.group())
        .toList();
  }

  @Test
  void gapsAndVanishedPeopleAreSaid() {
    assertThat(pages(STUDY.without(TraceEvents.STEP)).markdown())
        .contains(
            "No deviations were found, as far as the record tells. The record does not tell whether",
            "The record does not tell whether these were kept:\n\n- prepare");
    assertThat(methods(STUDY.without(TraceEvents.EXCLUSION)))
        .contains("Nobody is recorded as excluded. 1 participant left without a recorded reason.");
    assertThat(
            methods(
                STUDY.with(
                    MethodsPageTest::isScaling, e -> e.withTexts("fitRows", SmallStudy.ANALYSED))))
        .contains("held-out ones among them in 6 of 6 folds");
    assertThat(methods(STUDY.events(List.of())))
        .contains(
            "The record does not tell who was enrolled.",
            "No fit of a model is recorded.",
            "The record does not tell by which software");
  }

  @Test
  void cellsCannotBreakOutOfTheTable() {
    var evil = "a|b\n|c <script>`x`</script> *y* \u202e_z_ &amp; [l](http://x)";
    var study =
        STUDY.with(TraceEvents.EXCLUSION, e -> e.with("because", evil).with("origin", "override"));
    var pages = pages(study);
    var row =
        pages.markdown().lines().filter(line -> line.startsWith("| 1 |")).findFirst().orElseThrow();
    assertThat(row.replace("\\|", "").chars().filter(c -> c == '|').count()).isEqualTo(11);
    assertThat(pages.markdown()).doesNotContain("<script>", "\u202e", "`x`", "[l]");
    assertThat(pages.markdown()).contains("&lt;script&gt;", "\\u{202e}".replace("\\", "\\\\"));
    assertThat(pages.csv().lines()).hasSize(2).allMatch(line -> line.startsWith("\""));
    for (var formula : List.of("=1+1", "+1", "-1", "@x", " =1", "\t=1", "＝1")) {
      var cell =
          pages(
                  STUDY.with(
                      TraceEvents.EXCLUSION,
                      e -> e.with("because", formula).with("origin", "override")))
              .csv();
      assertThat(cell).as(formula).doesNotContainPattern("\"\\s*[=+@＝-]");
    }
  }

  private static boolean isScaling(TraceEvent event) {
    return event.text("verb").filter("scale"::equals).isPresent();
  }

  private static UnaryOperator<SmallStudy> first(String type, UnaryOperator<TraceEvent> change) {
    return study -> study.with(type, "first", change);
  }

  private static TraceValue tool(String name, String version) {
    var members = new LinkedHashMap<String, TraceValue>();
    members.put("name", TraceValue.of(name));
    members.put("version", TraceValue.of(version));
    return TraceValue.fields(members);
  }

  private static String methods(SmallStudy study) {
    return pages(study).methods().replace("\\", "");
  }

  private static JournalPages pages(SmallStudy study) {
    var evidence = study.evidence(Optional.of(SmallStudy.lock(SmallStudy.bind(SmallStudy.PLAN))));
    return JournalPages.of(
        Judgement.of(evidence, DeclaredDeviations.NONE, LockStanding.INTACT), evidence);
  }
}
