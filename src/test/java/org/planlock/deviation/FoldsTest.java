package org.planlock.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Folds are held against what was registered, whatever the trace calls them. */
final class FoldsTest {
  private static final SmallStudy STUDY =
      SmallStudy.conforming().planned(", {count: 4, in: training_fold}", "");
  private static final List<String> MODELS = List.of("first", "second", "third");

  @Test
  void groupsAreHeldOutTogether() {
    assertThat(
            folds(grouped(), inSites("x", "x", "y", "y", "y", "z"), "x", "x", "y", "y", "y", "z")
                .found())
        .isEmpty();
  }

  @Test
  void aGroupInTwoFoldsIsFound() {
    var split =
        folds(grouped(), inSites("x", "x", "y", "y", "x", "z"), "x", "x", "y", "y", "y", "z");
    assertThat(split.found()).isEqualTo(inEvery("X564", "validate.grouped"));
    assertThat(split.report().deviations().get(0).message())
        .isEqualTo("`site` x stands in several folds of `first`");
    assertThat(folds(grouped(), by("site"), "x", "x", "y", "y", "y", "z").found())
        .isEqualTo(gaps("validate.grouped"));
  }

  @Test
  void oneGroupIsNoValidation() {
    assertThat(
            folds(grouped(), inSites("x", "x", "y", "y", "y", "z"), "x", "x", "x", "x", "x", "x")
                .found())
        .isEqualTo(inEvery("X506", "validate.scheme"));
  }

  @Test
  void participantsAreNoGroups() {
    assertThat(folds(grouped(), by("participant"), "1", "2", "3", "4", "5", "6").found())
        .isEqualTo(inEvery("X506", "validate.grouped"));
  }

  @Test
  void theNumberOfFoldsIsTheRegisteredOne() {
    var three = scheme("k_fold 3");
    assertThat(folds(three, named("k_fold 3"), "1", "2", "3", "1", "2", "3").found()).isEmpty();
    var two = folds(three, named("k_fold 3"), "1", "2", "1", "2", "1", "2");
    assertThat(two.found()).isEqualTo(inEvery("X506", "validate.scheme"));
    assertThat(two.report().deviations().get(0).message())
        .isEqualTo("folds: planned 3, effective 2 × 3");
  }

  @Test
  void foldsOfUnequalSizeAreNoRandomFoldsUnlessGroupsMakeThem() {
    var three = scheme("k_fold 3");
    var uneven = new String[] {"1", "1", "1", "2", "2", "3"};
    assertThat(folds(three, named("k_fold 3"), uneven).found())
        .isEqualTo(inEvery("X506", "validate.scheme"));
    var grouped = three.planned("  repeats: 1", "  grouped: site\n  repeats: 1");
    assertThat(
            folds(
                    grouped,
                    e -> inSites("a", "a", "a", "b", "b", "c").apply(e).with("scheme", "k_fold 3"),
                    uneven)
                .found())
        .isEmpty();
  }

  @Test
  void givenFoldsAreMoreThanOneAndNamedAsRegistered() {
    var given = scheme("given fold_id");
    assertThat(folds(given, named("given fold_id"), "a", "a", "b", "b", "b", "b").found())
        .isEmpty();
    assertThat(folds(given, named("given fold_id"), "a", "a", "a", "a", "a", "a").found())
        .isEqualTo(inEvery("X506", "validate.scheme"));
    var other = folds(given, named("given other_id"), "a", "a", "b", "b", "b", "b");
    assertThat(other.found()).isEqualTo(inEvery("X506", "validate.scheme"));
    assertThat(other.report().deviations().get(0).message())
        .isEqualTo("folds: planned given fold_id, recorded as given other_id");
  }

  @Test
  void aParticipantWithoutAFoldIsFound() {
    assertThat(
            STUDY
                .with(
                    TraceEvents.FOLDS,
                    "first",
                    e -> e.with("fold", TraceValue.wholes(1, 2, 3, 4, 5)))
                .found())
        .contains("X506 models.first.validate.scheme");
  }

  @Test
  void whereNoFoldsWereRegisteredTheirAbsenceIsNoGap() {
    assertThat(folds(scheme("none"), e -> e).found()).isEmpty();
  }

  @Test
  void whereNoFoldsWereRegisteredFoldsAreADeviation() {
    assertThat(folds(scheme("none"), named("k_fold 2"), "1", "1", "1", "2", "2", "2").found())
        .isEqualTo(inEvery("X506", "validate.scheme"));
  }

  @Test
  void everyRegisteredRepeatIsRecorded() {
    var twice =
        scheme("k_fold 2")
            .planned("  repeats: 1", "  repeats: 2")
            .with(TraceEvents.FOLDS, e -> e.with("repeats", 2).with("scheme", "k_fold 2"));
    var once = folds(twice, e -> e.with("replicate", 1), "1", "1", "1", "2", "2", "2");
    assertThat(once.found()).isEqualTo(inEvery("X506", "validate.repeats"));
    var both = OtherFolds.again(once, e -> e.with("replicate", 2), "1", "2", "1", "2", "1", "2");
    assertThat(both.found()).isEmpty();
    assertThat(once.report().deviations().get(0).message())
        .isEqualTo("folds were drawn 1 times, registered was 2");
  }

  @Test
  void aLeakInTheSecondRepeatIsFound() {
    var twice =
        scheme("k_fold 2")
            .planned("  repeats: 1", "  repeats: 2")
            .with(TraceEvents.FOLDS, e -> e.with("repeats", 2).with("scheme", "k_fold 2"));
    var once = folds(twice, e -> e.with("replicate", 1), "1", "1", "1", "2", "2", "2");
    var both =
        OtherFolds.again(once, e -> e.with("replicate", 2), "1", "2", "1", "2", "1", "2")
            .with(
                e -> e.text("fold").filter("1 of repeat 2"::equals).isPresent(),
                e -> e.withTexts("fitRows", List.of("s4", "s5", "s6")));
    assertThat(both.found()).containsExactly("X514 prepare[scale clinical].using");
    assertThat(both.report().deviations().get(0).message())
        .isEqualTo("step 2 learnt from `s5`, held out in fold 1 of repeat 2");
  }

  @Test
  void repeatsThatAreNotCountedAreTheirEvents() {
    var silent = STUDY.with(TraceEvents.FOLDS, e -> without(e, "repeats"));
    assertThat(silent.found()).isEmpty();
    var again = OtherFolds.again(silent, e -> e.with("replicate", 2), "2", "1", "3", "4", "5", "6");
    assertThat(again.found()).isEqualTo(inEvery("X506", "validate.repeats"));
  }

  @Test
  void theSameFoldsForEveryRatioAreOneDrawing() {
    var first = STUDY.with(TraceEvents.FOLDS, e -> e.with("l1Ratio", 0.5));
    var both =
        OtherFolds.again(first, e -> e.with("l1Ratio", 1), "1", "2", "3", "4", "5", "6")
            .without(e -> e.text("fold").filter(f -> f.contains("repeat")).isPresent())
            .with(TraceEvents.FOLDS, e -> e.with("fold", TraceValue.wholes(1, 2, 3, 4, 5, 6)));
    assertThat(both.found()).isEmpty();
  }

  @Test
  void outerFoldsAreHeldAgainstTheirOwnScheme() {
    var nested = nested("k_fold 2", "");
    assertThat(nested.found()).isEqualTo(gaps("validate.outer.scheme"));
    var outer = OtherFolds.outer(nested, e -> e, "1", "1", "1", "2", "2", "2");
    var named =
        outer.with(
            e -> e.text("loop").filter("outer"::equals).isPresent(),
            e -> e.with("scheme", "k_fold 2"));
    assertThat(named.found()).isEmpty();
    assertThat(outer.found()).isEqualTo(inEvery("X506", "validate.outer.scheme"));
  }

  @Test
  void whatIsHeldOutOutsideIsNotLearntFromInside() {
    var outer = OtherFolds.outer(nested("leave_one_out", ""), e -> e, "1", "2", "3", "4", "5", "6");
    assertThat(outer.found()).isEmpty();
    var leak =
        outer.with(
            e -> e.text("fold").filter("outer 3"::equals).isPresent(),
            e -> e.withTexts("fitRows", SmallStudy.ANALYSED));
    assertThat(leak.found()).containsExactly("X514 prepare[scale clinical].using");
    assertThat(leak.report().deviations().get(0).message())
        .isEqualTo("step 2 learnt from `s3`, held out in fold outer 3");
  }

  @Test
  void outerFoldsMayHaveAScopeOfTheirOwnForScaling() {
    var nested = nested("leave_one_out", ", scale: {using: analysis_set}");
    UnaryOperator<TraceEvent> all =
        e -> e.with("using", "analysis_set").withTexts("fitRows", SmallStudy.ANALYSED);
    assertThat(OtherFolds.outer(nested, all, "1", "2", "3", "4", "5", "6").found()).isEmpty();
    assertThat(OtherFolds.outer(nested, e -> e, "1", "2", "3", "4", "5", "6").found())
        .containsExactly("X514 prepare[scale clinical].using");
  }

  @Test
  void aStepMayLearnAnewOnlyInOuterFolds() {
    var nested =
        nested("leave_one_out", "")
            .planned(
                "using: training_fold}\n    columns", "using: outer_training_fold}\n    columns")
            .with(
                e -> e.text("verb").filter("scale"::equals).isPresent(),
                e ->
                    e.with("using", "outer_training_fold")
                        .withTexts("fitRows", SmallStudy.ANALYSED));
    var outer =
        OtherFolds.outer(
            nested.without(e -> e.text("fold").isPresent()), e -> e, "1", "2", "3", "4", "5", "6");
    assertThat(outer.found()).isEmpty();
    var leak =
        outer.with(
            e -> e.text("fold").filter("outer 3"::equals).isPresent(),
            e -> e.withTexts("fitRows", SmallStudy.ANALYSED));
    assertThat(leak.found()).containsExactly("X514 prepare[scale clinical].using");
  }

  @Test
  void innerTrainingFoldsLeaveTheHeldOutParticipantAside() {
    var inner =
        STUDY
            .planned(
                "using: training_fold}\n    columns", "using: inner_training_fold}\n    columns")
            .with(
                e -> e.text("verb").filter("scale"::equals).isPresent(),
                e -> e.with("using", "inner_training_fold"));
    assertThat(inner.found()).isEmpty();
    var leak =
        inner.with(
            e -> e.text("fold").filter("2"::equals).isPresent(),
            e -> e.withTexts("fitRows", SmallStudy.ANALYSED));
    assertThat(leak.report().deviations().get(0).message())
        .isEqualTo("step 2 learnt from `s2`, held out in fold 2");
  }

  @Test
  void learningFromFewerThanTheTrainingFoldIsNoLeakAndStillFound() {
    var fewer =
        STUDY.with(
            e -> e.text("fold").filter("2"::equals).isPresent(),
            e -> e.withTexts("fitRows", List.of("s1", "s3")));
    assertThat(fewer.report().deviations())
        .extracting(Deviation::message)
        .containsExactly("step 2 learnt from other rows than `training_fold`");
  }

  @Test
  void aFoldThatTheTraceDoesNotDescribeCannotBeJudged() {
    var unknown =
        STUDY.with(
            e -> e.text("fold").filter("2"::equals).isPresent(), e -> e.with("fold", "night"));
    assertThat(unknown.found()).containsExactly("gap prepare[scale clinical].using");
  }

  @Test
  void aStepOfEachRowLearnsFromNobody() {
    var learnt =
        STUDY.with(
            e -> e.text("verb").filter("code"::equals).isPresent(),
            e -> e.withTexts("fitRows", List.of("s1")));
    assertThat(learnt.found()).containsExactly("X514 prepare[code sex].using");
    assertThat(learnt.report().deviations().get(0).message())
        .isEqualTo("step 1 learnt from other rows than `row`");
    var silent =
        STUDY.with(
            e -> e.text("verb").filter("code"::equals).isPresent(), e -> without(e, "fitRows"));
    assertThat(silent.found()).isEmpty();
  }

  @Test
  void aStepOfAllEnrolledLearnsFromThoseWhoLeftToo() {
    var enrolled =
        STUDY
            .planned("using: training_fold}\n    columns", "using: enrolled}\n    columns")
            .without(e -> e.text("fold").isPresent())
            .with(
                e -> e.text("verb").filter("scale"::equals).isPresent(),
                e -> e.with("using", "enrolled").withTexts("fitRows", SmallStudy.ENROLLED));
    assertThat(enrolled.found()).isEmpty();
    assertThat(
            enrolled
                .with(
                    e -> e.text("verb").filter("scale"::equals).isPresent(),
                    e -> e.withTexts("fitRows", SmallStudy.ANALYSED))
                .found())
        .containsExactly("X514 prepare[scale clinical].using");
  }

  @Test
  void aScopeOfAllRowsIsAllRowsInEveryFold() {
    var all =
        STUDY
            .planned("using: training_fold}\n    columns", "using: analysis_set}\n    columns")
            .with(
                e -> e.text("verb").filter("scale"::equals).isPresent(),
                e -> e.with("using", "analysis_set").withTexts("fitRows", SmallStudy.ANALYSED));
    assertThat(all.found()).isEmpty();
    var fewer =
        all.with(
            e -> e.text("fold").filter("2"::equals).isPresent(),
            e -> e.withTexts("fitRows", List.of("s2")));
    assertThat(fewer.report().deviations())
        .extracting(Deviation::message)
        .containsExactly("step 2 learnt from other rows than `analysis_set`");
  }

  @Test
  void whatIsSilentInOneFoldIsFoundInAnother() {
    var study =
        STUDY
            .with(e -> e.text("fold").filter("1"::equals).isPresent(), e -> without(e, "fitRows"))
            .with(
                e -> e.text("fold").filter("2"::equals).isPresent(),
                e -> e.withTexts("fitRows", SmallStudy.ANALYSED));
    assertThat(study.found()).containsExactly("X514 prepare[scale clinical].using");
    var twice =
        study.with(
            e -> e.text("fold").filter("3"::equals).isPresent(),
            e -> e.withTexts("fitRows", SmallStudy.ANALYSED));
    assertThat(twice.report().deviations())
        .extracting(Deviation::message)
        .containsExactly("step 2 learnt from `s2`, held out in fold 2");
  }

  private static SmallStudy grouped() {
    return STUDY.planned("  repeats: 1", "  grouped: site\n  repeats: 1");
  }

  private static SmallStudy scheme(String words) {
    return STUDY.planned("scheme: leave_one_out", "scheme: " + words);
  }

  private static SmallStudy nested(String scheme, String more) {
    return STUDY.planned(
        "  repeats: 1",
        "  outer: {scheme: "
            + scheme
            + ", by: participant, inner: {scheme: leave_one_out, by: participant}"
            + more
            + "}\n  repeats: 1");
  }

  private static SmallStudy folds(
      SmallStudy study, UnaryOperator<TraceEvent> change, String... names) {
    return OtherFolds.of(study, change, names);
  }

  private static UnaryOperator<TraceEvent> inSites(String... sites) {
    return e -> e.with("by", "site").withTexts("groups", List.of(sites));
  }

  private static UnaryOperator<TraceEvent> by(String unit) {
    return e -> e.with("by", unit);
  }

  private static UnaryOperator<TraceEvent> named(String scheme) {
    return e -> e.with("scheme", scheme);
  }

  private static List<String> inEvery(String code, String key) {
    return MODELS.stream().map(name -> code + " models." + name + "." + key).toList();
  }

  private static List<String> gaps(String key) {
    return inEvery("gap", key);
  }

  private static TraceEvent without(TraceEvent event, String field) {
    var rest = new java.util.LinkedHashMap<>(event.members());
    rest.remove(field);
    return new TraceEvent(event.seq(), event.type(), rest);
  }
}
