package org.planlock.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.planlock.deviation.KnownBefore.Event;
import org.planlock.deviation.KnownBefore.OnRecord;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.value.Words;
import org.planlock.source.SourceFile;
import org.planlock.syntax.yaml.YamlPlanReader;
import org.planlock.trace.TraceEvents;

/** How grave deviations are, when they were decided, and which hypotheses they cost their label. */
final class LabelRulesTest {
  private static final SmallStudy STUDY = SmallStudy.conforming();

  /** H1 speaks of `first`, H2 of `second`, which extends it; `third` is exploratory. */
  private static final Map<String, List<String>> TOUCHED =
      Map.ofEntries(
          Map.entry("models.first.penalty.l1_ratio", List.of("H1", "H2")),
          Map.entry("models.first", List.of("H1", "H2")),
          Map.entry("models.second.terms", List.of("H2")),
          Map.entry("models.third.terms", List.of()),
          Map.entry("models.fourth", List.of()),
          Map.entry("models", List.of("H1", "H2")),
          Map.entry("hypotheses.H1.corroborated", List.of("H1")),
          Map.entry("hypotheses.H2", List.of("H2")),
          Map.entry("hypotheses.H9", List.of()),
          Map.entry("hypotheses", List.of("H1", "H2")),
          Map.entry("sample.rules", List.of("H1", "H2")),
          Map.entry("prepare[scale clinical].using", List.of("H1", "H2")),
          Map.entry("inference.cv_r2", List.of("H1", "H2")),
          Map.entry("exploratory", List.of()),
          Map.entry("sensitivity", List.of()),
          Map.entry("plan.title", List.of()),
          Map.entry("govern.publish", List.of()));

  @ParameterizedTest
  @EnumSource
  void aLabelIsLostExactlyWhenTheRulesSaySo(DeviationSeverity floor) {
    TOUCHED.forEach(
        (path, hypotheses) -> {
          for (var disclosure : disclosures().toList()) {
            var grade = expected(floor, disclosure);
            boolean costs =
                grade == 4
                    || (grade == 3
                        && !(disclosure.declaration().isPresent()
                            && disclosure.timing().isBlind()));
            var deviation =
                Deviation.of(Rule.CHANGED_SETTING, path, floor, "x").disclosed(disclosure);
            var labels = Labels.of(STUDY.evidence(), List.of(deviation), true);
            assertThat(grade(deviation.severity())).as(floor + " " + disclosure).isEqualTo(grade);
            assertThat(lost(labels))
                .as(path + " " + floor + " " + disclosure)
                .isEqualTo(costs ? hypotheses : List.of());
            assertThat(labels.costs(deviation)).isEqualTo(costs ? hypotheses : List.of());
          }
        });
  }

  private static int expected(DeviationSeverity floor, Disclosure disclosure) {
    int grade = grade(floor);
    if (disclosure.timing() == Timing.AFTER_RESULTS) {
      grade = Math.min(4, grade + 1);
    } else if (disclosure.onRecord() && grade > 1) {
      grade--;
    }
    int raised =
        disclosure
            .declaration()
            .flatMap(Declaration::severity)
            .map(LabelRulesTest::grade)
            .orElse(0);
    return Math.max(grade, raised);
  }

  private static int grade(DeviationSeverity severity) {
    return List.of(DeviationSeverity.values()).indexOf(severity);
  }

  private static Stream<Disclosure> disclosures() {
    var undeclared =
        Stream.of(Timing.UNKNOWN, Timing.AFTER_UNBLINDING, Timing.AFTER_RESULTS)
            .map(timing -> new Disclosure(Optional.empty(), timing, false, Optional.empty()));
    var declared =
        Stream.of(Timing.values())
            .flatMap(
                timing ->
                    Stream.of(
                            Optional.<DeviationSeverity>empty(),
                            raised(DeviationSeverity.S1),
                            raised(DeviationSeverity.S4))
                        .flatMap(
                            raised ->
                                Stream.of(false, timing.isBlind())
                                    .distinct()
                                    .map(
                                        onRecord ->
                                            new Disclosure(
                                                Optional.of(claim(timing, raised)),
                                                timing,
                                                onRecord,
                                                Optional.empty()))));
    return Stream.concat(undeclared, declared);
  }

  private static Optional<DeviationSeverity> raised(DeviationSeverity grade) {
    return Optional.of(grade);
  }

  private static Declaration claim(Timing timing, Optional<DeviationSeverity> severity) {
    return new Declaration(
        Optional.of("models.first.penalty.l1_ratio"),
        Optional.empty(),
        Optional.empty(),
        Reason.CLERICAL,
        new Words("a slip"),
        timing,
        Optional.empty(),
        severity);
  }

  private static List<String> lost(Labels labels) {
    return labels.hypotheses().stream()
        .filter(each -> !each.lostTo().isEmpty())
        .map(Labels.Of::name)
        .toList();
  }

  @Test
  void oneFindingOfTwoModelsTouchesTheHypothesesOfBoth() {
    var first = moved("first").followedBy(moved("third"));
    var second = moved("third").followedBy(moved("second"));
    var all = moved("third").followedBy(Deviation.of(Rule.CHANGED_TERMS, "sets", S3, "x"));
    assertThat(Labels.of(STUDY.evidence(), List.of(first), true).costs(first))
        .containsExactly("H1", "H2");
    assertThat(Labels.of(STUDY.evidence(), List.of(second), true).costs(second))
        .containsExactly("H2");
    assertThat(Labels.of(STUDY.evidence(), List.of(all), true).costs(all))
        .containsExactly("H1", "H2");
  }

  private static final DeviationSeverity S3 = DeviationSeverity.S3;

  private static Deviation moved(String model) {
    return Deviation.of(Rule.CHANGED_TERMS, "sets", S3, "terms of " + model).inModel(model);
  }

  @Test
  void theLedgerShowsWhatATimeIsWorth() {
    var analysed = new Event(5, Timing.AFTER_RESULTS, "analysed, at seq 5");
    var released = new Event(3, Timing.AFTER_UNBLINDING, "released, at seq 3");
    assertThat(timing(Timing.DATA_EXIST_BLIND)).isEqualTo(Timing.DATA_EXIST_BLIND);
    assertThat(timing(Timing.DATA_EXIST_BLIND, released)).isEqualTo(Timing.AFTER_UNBLINDING);
    assertThat(timing(Timing.BEFORE_DATA, released, analysed)).isEqualTo(Timing.AFTER_RESULTS);
    assertThat(timing(Timing.AFTER_UNBLINDING, analysed)).isEqualTo(Timing.AFTER_RESULTS);
    assertThat(timing(Timing.AFTER_RESULTS, released)).isEqualTo(Timing.AFTER_RESULTS);
    assertThat(timing(Timing.UNKNOWN, released)).isEqualTo(Timing.AFTER_UNBLINDING);
    assertThat(timing(Timing.UNKNOWN)).isEqualTo(Timing.UNKNOWN);
  }

  private static Timing timing(Timing claimed, Event... events) {
    return new KnownBefore(List.of(events), List.of()).timing(claim(claimed, Optional.empty()));
  }

  @Test
  void whatTheLedgerHoldsFromBeforeTheUnblindingWeighsLess() {
    var released = new Event(4, Timing.AFTER_UNBLINDING, "released, at seq 4");
    var analysed = new Event(6, Timing.AFTER_RESULTS, "analysed, at seq 6");
    var claim = claim(Timing.DATA_EXIST_BLIND, Optional.empty());
    var early = new KnownBefore(List.of(released, analysed), List.of(onRecord(3, claim)));
    var late = new KnownBefore(List.of(released, analysed), List.of(onRecord(5, claim)));
    var open = new KnownBefore(List.of(analysed), List.of(onRecord(3, claim)));
    assertThat(early.of(claim).onRecord()).isTrue();
    assertThat(early.holds(claim)).isTrue();
    assertThat(early.of(claim).isContradicted()).isFalse();
    assertThat(late.of(claim).onRecord()).isFalse();
    assertThat(late.of(claim).timing()).isEqualTo(Timing.AFTER_UNBLINDING);
    assertThat(late.of(claim).isContradicted()).isTrue();
    assertThat(open.of(claim).onRecord()).as("nobody held the outcome back").isFalse();
    assertThat(open.of(claim).timing()).isEqualTo(Timing.DATA_EXIST_BLIND);
    var other = claim(Timing.AFTER_RESULTS, Optional.empty());
    assertThat(early.of(other).onRecord()).isFalse();
    var blindNow = new KnownBefore(List.of(), List.of());
    assertThat(blindNow.of(claim).onRecord()).isFalse();
    assertThat(
            new Disclosure(
                    Optional.of(claim(Timing.UNKNOWN, Optional.empty())),
                    Timing.AFTER_RESULTS,
                    false,
                    Optional.empty())
                .isContradicted())
        .isFalse();
  }

  private static OnRecord onRecord(long seq, Declaration claim) {
    return new OnRecord(seq, claim.subject(), claim.fullReason());
  }

  @Test
  void whatIsHiddenWeighsNoLessThanWhatIsAdmitted() {
    var known =
        new KnownBefore(
            List.of(new Event(5, Timing.AFTER_RESULTS, "analysed, at seq 5")), List.of());
    for (var floor : DeviationSeverity.values()) {
      var hidden = known.ofUndeclared(floor);
      if (floor.isAtLeast(DeviationSeverity.S2)) {
        assertThat(hidden.timing()).isEqualTo(Timing.AFTER_RESULTS);
      } else {
        assertThat(hidden).isEqualTo(Disclosure.NONE);
      }
    }
    assertThat(KnownBefore.NOTHING.ofUndeclared(S3)).isEqualTo(Disclosure.NONE);
  }

  @Test
  void aFileIsToldOfEachOfItsMistakesAtItsPlace() {
    assertThat(
            found(one("path: models.first.penalty.l1_ratio", "timing: unknown\n    severity: S1")))
        .contains("X543 deviations.yaml:6:15");
    assertThat(found(one("path: models.first.penalty.l1_ratio", "timing: data_exist_blind")))
        .contains("X542 deviations.yaml:5:13");
    assertThat(
            found(
                one("code: X504", "timing: unknown")
                    + one("path: penalty.l1_ratio", "timing: unknown")
                        .replace("deviations:\n", "")))
        .contains("X544 deviations.yaml:6:11");
    assertThat(found(one("path: models.first.penalty.l1_ratios", "timing: unknown")))
        .contains("X540 deviations.yaml:2:11");
    assertThat(
            found(one("path: models.first.penalty.l1_ratio", "timing: unknown\n    severity: S4")))
        .noneMatch(text -> text.matches("X54.*"));
  }

  private static String one(String subject, String rest) {
    return "deviations:\n  - "
        + subject
        + "\n    reason: clerical\n    because: a slip\n    "
        + rest
        + "\n";
  }

  private static List<String> found(String text) {
    var study =
        STUDY.with(TraceEvents.GRID, "first", e -> e.withNumbers("l1Ratios", 0.4, 1)).evidence();
    var known =
        new KnownBefore(
            List.of(new Event(5, Timing.AFTER_RESULTS, "analysed, at seq 5")), List.of());
    var evidence =
        new Evidence(
            SmallStudy.bind(SmallStudy.PLAN),
            study.lock(),
            study.trace(),
            Foreknowledge.NONE.before(known));
    return Judgement.of(evidence, read(text), LockStanding.INTACT).diagnostics().stream()
        .map(one -> one.rule().code() + " " + one.span().place())
        .toList();
  }

  private static DeclaredDeviations read(String text) {
    return new YamlPlanReader()
        .read(SourceFile.of("deviations.yaml", text))
        .then(DeclaredDeviations::of)
        .orThrow();
  }

  @Test
  void aPathThatNoPlanHasIsASlip() {
    var plan = SmallStudy.bind(SmallStudy.PLAN).canonical();
    assertThat(misplaced("path: modls.first.terms", plan)).containsExactly("C601");
    assertThat(misplaced("path: \"???\"", plan)).containsExactly("C601");
    assertThat(misplaced("path: models.fourth", plan)).isEmpty();
    assertThat(misplaced("path: retained", plan)).isEmpty();
    assertThat(misplaced("code: X504", plan)).isEmpty();
    assertThat(misplaced("path: penalty.l1_ratio", plan)).isEmpty();
  }

  private static List<String> misplaced(String subject, org.planlock.syntax.PlanNode plan) {
    return read(one(subject, "timing: unknown")).misplaced(plan).stream()
        .map(finding -> finding.rule().code())
        .toList();
  }

  @Test
  void mistakesOfAFileAreRefusedBeforeAnythingIsExecuted() {
    assertThat(mistakes(one("code: X504", "timing: unknown").replace("a slip", "\" \"")))
        .containsExactly("P208 `because` is empty here");
    assertThat(
            mistakes(
                one("code: X504", "timing: unknown")
                    + one("code: X504", "timing: unknown").replace("deviations:\n", "")))
        .containsExactly("P210 `X504` is declared twice in this file");
    assertThat(mistakes(one("code: X504", "timing: after_result")))
        .containsExactly("P204 `after_result` is not a word that can stand here");
    assertThat(mistakes(one("code: X504", "timing: unknown\n    severity: S5"))).hasSize(1);
    assertThat(mistakes("deviations: [word]\n")).hasSize(1);
    assertThat(mistakes(one("code: X504", "timing: unknown").replace("a slip", "x".repeat(3901))))
        .containsExactly("P203 `because` is longer than 3900 characters");
    assertThat(mistakes(one("code: X504", "timing: unknown").replace("a slip", "x".repeat(3900))))
        .isEmpty();
  }

  private static List<String> mistakes(String text) {
    return new YamlPlanReader()
            .read(SourceFile.of("deviations.yaml", text))
            .then(DeclaredDeviations::of)
            .diagnostics()
            .stream()
            .map((Diagnostic one) -> one.rule().code() + " " + one.message())
            .toList();
  }
}
