package org.planlock.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** The strengths that were tried and the one that was chosen, by every form of rule. */
final class StrengthsTest {
  private static final SmallStudy STUDY = SmallStudy.conforming();
  private static final String RULE = "{values: 3, spacing: log_spaced, from: max, to: 0.01 * max}";
  private static final String LAMBDA = "models.first.penalty.lambda";

  @Test
  void evenSpacingMayEndAtZero() {
    var even = STUDY.planned(RULE, "{values: 3, spacing: evenly_spaced, from: max, to: 0 * max}");
    assertThat(tried(even, List.of(4.0, 2.0, 0.0), List.of(2.0, 1.0, 0.0)).found()).isEmpty();
  }

  @Test
  void logSpacingIsNotEvenSpacing() {
    var even =
        STUDY.planned(RULE, "{values: 3, spacing: evenly_spaced, from: max, to: 0.01 * max}");
    assertThat(even.found())
        .containsExactly(
            "X504 models.first.penalty.lambda.spacing",
            "X504 models.second.penalty.lambda.spacing",
            "X504 models.third.penalty.lambda.spacing");
  }

  @Test
  void noLogSpacingReachesZero() {
    var zero = tried(STUDY, List.of(4.0, 0.4, 0.0), List.of(2.0, 0.2, 0.0));
    assertThat(zero.found()).contains("X504 " + LAMBDA + ".to", "X504 " + LAMBDA + ".spacing");
  }

  @Test
  void oneStrengthIsNoSequence() {
    var one = tried(STUDY, List.of(4.0), List.of(2.0));
    assertThat(one.found()).contains("X504 " + LAMBDA + ".values");
  }

  @Test
  void aRuleMayBeWrittenUpwards() {
    var upwards = STUDY.planned(RULE, "{values: 3, spacing: log_spaced, from: 0.04, to: 4}");
    var four = List.of(4.0, 0.4, 0.04);
    assertThat(tried(upwards, four, four).found()).isEmpty();
    var lower = List.of(4.0, 0.2, 0.01);
    assertThat(tried(upwards, lower, lower).found())
        .contains("X504 " + LAMBDA + ".from")
        .doesNotContain("X504 " + LAMBDA + ".to");
  }

  @Test
  void anEndThatIsAPartOfTheLargestNeedsTheLargest() {
    var half = STUDY.planned(RULE, "{values: 3, spacing: log_spaced, from: 4, to: 0.01 * max}");
    var four = List.of(4.0, 0.4, 0.04);
    var known =
        tried(half, four, four)
            .with(TraceEvents.GRID, e -> e.with("lambdaMax", TraceValue.numbers(4, 4)));
    assertThat(known.found()).isEmpty();
    var unknown = known.with(TraceEvents.GRID, e -> without(e, "lambdaMax"));
    assertThat(unknown.found())
        .containsExactly(
            "gap models.first.penalty.lambda",
            "gap models.second.penalty.lambda",
            "gap models.third.penalty.lambda");
  }

  @Test
  void oneSequenceForTwoRatiosIsNoGrid() {
    var none =
        STUDY.with(TraceEvents.GRID, "first", e -> e.with("lambdas", TraceValue.items(List.of())));
    assertThat(none.found()).containsExactly("X504 " + LAMBDA);
  }

  @Test
  void aReplacedRuleIsOneDeviationWhateverItChanges() {
    var rule = new LinkedHashMap<String, TraceValue>();
    rule.put("values", TraceValue.of(2.0));
    rule.put("spacing", TraceValue.of("log_spaced"));
    rule.put("from", TraceValue.of("max"));
    rule.put("to", TraceValue.of("0.1 * max"));
    var study =
        STUDY
            .setting(LAMBDA, TraceValue.fields(rule))
            .with(
                TraceEvents.GRID,
                "first",
                e ->
                    e.with(
                        "lambdas",
                        TraceValue.items(
                            List.of(TraceValue.numbers(4, 0.4), TraceValue.numbers(2, 0.2)))));
    assertThat(study.found()).containsExactly("X504 " + LAMBDA);
  }

  @Test
  void tiesPreferWhatThePlanPrefers() {
    var tied = STUDY.with(TraceEvents.CV, "first", e -> e.withNumbers("mse", 3, 1.5, 1.5));
    assertThat(chosen(tied, 1, 0.2).found()).isEmpty();
    assertThat(chosen(tied, 1, 0.02).found()).containsExactly("X507 models.first.validate.select");
    var smaller =
        tied.planned("[larger l1_ratio, larger lambda]", "[smaller l1_ratio, smaller lambda]");
    assertThat(chosen(smaller, 0.5, 0.04).found()).isEmpty();
    assertThat(chosen(smaller, 1, 0.2).found())
        .containsExactly("X507 models.first.validate.select");
  }

  @Test
  void tiesCountByTheRegisteredDistance() {
    var near =
        STUDY
            .planned("within: 1e-12 relative", "within: 0.25 absolute")
            .with(TraceEvents.CV, "first", e -> e.withNumbers("mse", 3, 1.75, 2.5))
            .with(
                e ->
                    SmallStudy.of(TraceEvents.CV, "first").test(e)
                        && e.number("l1Ratio").get() == 1,
                e -> e.withNumbers("mse", 1.75, 1.5, 2.5));
    var larger =
        near.with(TraceEvents.SELECTION, "first", e -> e.with("lambda", 2).with("mse", 1.75))
            .with(TraceEvents.FIT, "first", e -> e.with("lambda", 2));
    assertThat(larger.found()).isEmpty();
    assertThat(near.found()).containsExactly("X507 models.first.validate.select");
  }

  @Test
  void aStrengthWithoutAnErrorIsNeverChosen() {
    var study =
        STUDY.with(TraceEvents.CV, "first", e -> e.withNumbers("mse", Double.NaN, 1.5, Double.NaN));
    assertThat(chosen(study, 1, 0.2).found()).isEmpty();
  }

  @Test
  void oneStandardErrorTakesTheSimplestWithinIt() {
    var study =
        STUDY
            .planned("select: {minimum: jointly", "select: {one_standard_error: jointly")
            .with(TraceEvents.SELECTION, e -> e.with("rule", "one_standard_error"))
            .with(TraceEvents.CV, e -> e.withNumbers("mse", 2, 1.75, 2.5));
    var simplest =
        study
            .with(TraceEvents.SELECTION, e -> e.with("lambda", 2).with("mse", 2))
            .with(TraceEvents.FIT, e -> e.with("lambda", 2))
            .with(
                e -> e.text("id").filter("H2"::equals).isPresent(),
                e -> e.with("verdict", "inconclusive"));
    assertThat(simplest.found()).isEmpty();
    assertThat(study.found()).contains("X507 models.first.validate.select");
  }

  @Test
  void aFitThatDoesNotSayItsPenaltyIsNotHeldAgainstIt() {
    var silent =
        STUDY.with(TraceEvents.FIT, "first", e -> without(without(e, "lambda"), "l1Ratio"));
    assertThat(silent.found()).isEmpty();
    var half = STUDY.with(TraceEvents.FIT, "first", e -> without(e, "lambda"));
    assertThat(half.found()).containsExactly("gap models.first.validate.select");
    var other =
        STUDY.with(TraceEvents.FIT, "first", e -> without(e, "lambda").with("l1Ratio", 0.5));
    assertThat(other.found()).containsExactly("X507 models.first.validate.select");
  }

  @Test
  void curvesAreNeededBesideTheSelection() {
    assertThat(STUDY.without(SmallStudy.of(TraceEvents.CV, "first")).found())
        .containsExactly("gap models.first.validate.select", "gap models.first.validate.select");
  }

  @Test
  void thePlansOwnToleranceMayBeAbsolute() {
    var study =
        STUDY
            .planned("same: 1e-9 relative", "same: 0.25 absolute")
            .with(TraceEvents.GRID, "first", e -> e.withNumbers("l1Ratios", 0.4, 1));
    assertThat(study.found()).isEmpty();
    assertThat(
            study.with(TraceEvents.GRID, "first", e -> e.withNumbers("l1Ratios", 0.2, 1)).found())
        .contains("X504 models.first.penalty.l1_ratio");
  }

  @Test
  void strengthsThatCannotBeWorkedOutAreTakenForACauseOfAnotherChoice() {
    var study =
        STUDY.with(
            TraceEvents.GRID,
            "first",
            e -> without(e, "lambdaMax").withNumbers("l1Ratios", 0.5, 1, 1));
    assertThat(study.report().deviations().get(0).severity()).isEqualTo(DeviationSeverity.S3);
  }

  private static SmallStudy chosen(SmallStudy study, double ratio, double lambda) {
    return study
        .with(
            TraceEvents.SELECTION,
            "first",
            e -> e.with("l1Ratio", ratio).with("lambda", lambda).with("mse", 1.5))
        .with(TraceEvents.FIT, "first", e -> e.with("l1Ratio", ratio).with("lambda", lambda));
  }

  /** Every model with other strengths; the second of the second line is chosen, if there is one. */
  private static SmallStudy tried(SmallStudy study, List<Double> first, List<Double> second) {
    double chosen = second.get(Math.min(1, second.size() - 1));
    return study
        .with(
            TraceEvents.GRID,
            e ->
                e.with(
                    "lambdas",
                    TraceValue.items(
                        List.of(
                            TraceValue.numbers(array(first)), TraceValue.numbers(array(second))))))
        .with(
            TraceEvents.CV,
            e -> e.withNumbers("lambda", array(e.number("l1Ratio").get() == 0.5 ? first : second)))
        .with(TraceEvents.SELECTION, e -> e.with("lambda", chosen))
        .with(TraceEvents.FIT, e -> e.with("lambda", chosen));
  }

  private static double[] array(List<Double> values) {
    return values.stream().flatMapToDouble(DoubleStream::of).toArray();
  }

  private static TraceEvent without(TraceEvent event, String field) {
    var rest = new LinkedHashMap<>(event.members());
    rest.remove(field);
    return new TraceEvent(event.seq(), event.type(), rest);
  }
}
