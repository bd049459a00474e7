package org.planlock.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;

/** Every kind of step is held against the plan: what it does, on what, by which formula. */
final class StepsTest {
  private static final SmallStudy STUDY = SmallStudy.conforming();
  private static final String STEPS =
      """
            - {step: 1, code: [sex], using: row}
            - {step: 2, scale: [clinical, scan], to: z(sd n-1), constant: zero, using: training_fold}
      """;

  @Test
  void residualisingByParticipantIsNotPooling() {
    var study =
        steps(
            "{step: 1, residualise: [scan], on: [motion], rows: participant, using: analysis_set}",
            step("residualise", "analysis_set", "fc_a", "fc_b").with("rows", "participant"));
    assertThat(study.found()).isEmpty();
    assertThat(changed(study, e -> e.with("rows", "participant x session pooled")).found())
        .containsExactly("X515 prepare[residualise scan].rows");
    assertThat(changed(study, e -> e.withTexts("columns", List.of("fc_a"))).found())
        .containsExactly("X515 prepare[residualise scan].residualise");
  }

  @Test
  void imputingByTheMeanIsNotImputingByTheMedian() {
    var study =
        steps(
            "{step: 1, impute: [clinical], by: median, using: analysis_set}",
            step("impute", "analysis_set", "age", "sex").with("by", "median(mean_of_middle_two)"));
    assertThat(study.found()).isEmpty();
    assertThat(changed(study, e -> e.with("by", "mean")).found())
        .containsExactly("X567 prepare[impute clinical].by");
  }

  @Test
  void whoHasNoValueLeavesOnlyWhereTheStepKeepsCompleteCases() {
    var complete =
        steps(
                "{step: 1, impute: [clinical], by: complete_case, using: analysis_set}",
                step("impute", "analysis_set", "age", "sex").with("by", "complete_case"))
            .with(
                TraceEvents.EXCLUSION,
                e -> e.with("rule", "prepare.main.1").with("because", "age is missing"));
    assertThat(complete.found()).isEmpty();
    var mean =
        steps(
                "{step: 1, impute: [clinical], by: mean, using: analysis_set}",
                step("impute", "analysis_set", "age", "sex").with("by", "mean"))
            .with(
                TraceEvents.EXCLUSION,
                e -> e.with("rule", "prepare.main.1").with("because", "age is missing"));
    assertThat(mean.found()).containsExactly("X512 sample.rules");
  }

  @Test
  void aProductOfScaledParentsIsNotOneOfRawParents() {
    var study =
        steps(
            "{step: 1, interact: age x sex, as: \"product(scaled, unscaled)\", using: row}",
            step("interact", "row", "age:sex")
                .withTexts("fitRows", List.of())
                .with("as", "product(scaled, unscaled)"));
    assertThat(study.found()).isEmpty();
    assertThat(changed(study, e -> e.with("as", "product(raw, raw)")).found())
        .containsExactly("X505 prepare[interact age x sex].as");
    assertThat(changed(study, e -> e.withTexts("columns", List.of("age:group"))).found())
        .containsExactly("X505 prepare[interact age x sex].interact");
  }

  @Test
  void aDerivedVariableIsTheRegisteredOne() {
    var study =
        steps(
            "{step: 1, derive: [change], using: row}",
            step("derive", "row", "change").withTexts("fitRows", List.of()));
    assertThat(study.found()).isEmpty();
    assertThat(changed(study, e -> e.withTexts("columns", List.of("ratio"))).found())
        .containsExactly("X515 prepare[derive change].derive");
  }

  @Test
  void columnsThatNobodyRecordedAreNotHeldAgainstAStep() {
    var study =
        steps(
            "{step: 1, derive: [change], using: row}",
            without(step("derive", "row"), "columns").withTexts("fitRows", List.of()));
    assertThat(study.found()).isEmpty();
  }

  @Test
  void aStepThatDoesNotApplyLeavesNoTrace() {
    var study =
        STUDY
            .planned(STEPS, "      - {step: 1, not_applicable: nothing is missing}\n")
            .without(TraceEvents.STEP);
    assertThat(study.found()).isEmpty();
    assertThat(study.and(step("impute", "analysis_set", "age")).found())
        .containsExactly("X515 prepare[step 1]");
  }

  @Test
  void aStepInsideAFoldThatThePlanDoesNotHaveIsFoundOnce() {
    var more =
        STUDY
            .and(step("impute", "training_fold", "age").with("step", 7).with("fold", "1"))
            .and(step("impute", "training_fold", "age").with("step", 7).with("fold", "2"));
    assertThat(more.found()).containsExactly("X515 prepare[step 7]");
  }

  @Test
  void stepsOfTheFinalFitAreNeededBesideThoseOfTheFolds() {
    var study = STUDY.without(e -> e.type().equals(TraceEvents.STEP) && e.text("fold").isEmpty());
    assertThat(study.found()).containsExactly("gap prepare");
  }

  @Test
  void eachOfTwoPreparationsHasItsOwnPlaces() {
    var two = two();
    assertThat(two.found()).isEmpty();
    var leak =
        two.with(
            e -> e.text("fold").filter("3"::equals).isPresent(),
            e -> e.withTexts("fitRows", SmallStudy.ANALYSED));
    assertThat(leak.found()).containsExactly("X514 prepare.main[scale clinical].using");
    var other =
        two.with(
            e -> e.text("prepare").filter("raw"::equals).isPresent(),
            e -> e.withTexts("columns", List.of("group")));
    assertThat(other.found()).containsExactly("X568 prepare.raw[code sex].code");
    var silent = two.without(e -> e.text("prepare").filter("raw"::equals).isPresent());
    assertThat(silent.found()).containsExactly("gap prepare.raw");
  }

  @Test
  void aPreparationThatNoModelUsesNeedsNoTrace() {
    var unused =
        two()
            .planned("prepare: raw", "prepare: main")
            .without(e -> e.text("prepare").filter("raw"::equals).isPresent());
    assertThat(unused.found()).isEmpty();
  }

  /** The third model has a preparation of its own, which does not learn. */
  private static SmallStudy two() {
    return STUDY
        .planned(
            "    columns: [clinical, scan, \"age:sex\"]\n",
            "    columns: [clinical, scan, \"age:sex\"]\n"
                + "  - name: raw\n"
                + "    steps: [{step: 1, code: [sex], using: row}]\n"
                + "    columns: [age, \"age:sex\"]\n")
        .planned(
            "outcome: change, terms: [clinical]",
            "outcome: change, prepare: main, terms: [clinical]")
        .planned("{name: second,", "{name: second, prepare: main,")
        .planned("{name: third,", "{name: third, prepare: raw,")
        .and(step("code", "row", "sex").with("prepare", "raw").withTexts("fitRows", List.of()));
  }

  /** One planned step in place of both, and what an analysis records of it. */
  private static SmallStudy steps(String planned, TraceEvent recorded) {
    var study = STUDY.planned(STEPS, "      - " + planned + "\n");
    var events = new ArrayList<TraceEvent>();
    for (var event : study.events()) {
      if (!event.type().equals(TraceEvents.STEP)) {
        events.add(event);
      }
      if (event.type().equals(TraceEvents.FLOW)) {
        events.add(recorded);
      }
    }
    return study.events(events);
  }

  private static SmallStudy changed(
      SmallStudy study, java.util.function.UnaryOperator<TraceEvent> change) {
    return study.with(TraceEvents.STEP, change);
  }

  private static TraceEvent step(String verb, String using, String... columns) {
    return TraceEvent.of(TraceEvents.STEP)
        .with("prepare", "main")
        .with("step", 1)
        .with("verb", verb)
        .with("using", using)
        .withTexts("fitRows", SmallStudy.ANALYSED)
        .withTexts("columns", List.of(columns));
  }

  private static TraceEvent without(TraceEvent event, String field) {
    var rest = new LinkedHashMap<>(event.members());
    rest.remove(field);
    return new TraceEvent(event.seq(), event.type(), rest);
  }
}
