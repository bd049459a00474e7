package org.planlock.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.value.Words;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.yaml.YamlPlanReader;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** What is admitted, when, and what people read of it. */
final class DisclosureWordsTest {
  private static final SmallStudy STUDY = SmallStudy.conforming();
  private static final SmallStudy OTHER_GRID =
      STUDY.with(TraceEvents.GRID, "first", e -> e.withNumbers("l1Ratios", 0.4, 1));

  @ParameterizedTest(name = "{0} is before {1}: {2}")
  @CsvSource({
    "BEFORE_DATA, AFTER_RESULTS, true",
    "AFTER_UNBLINDING, AFTER_RESULTS, true",
    "AFTER_RESULTS, BEFORE_DATA, false",
    "AFTER_RESULTS, AFTER_RESULTS, false",
    "UNKNOWN, AFTER_RESULTS, false",
    "BEFORE_DATA, UNKNOWN, false",
  })
  void anUnknownTimeIsNeverEarlier(Timing one, Timing other, boolean before) {
    assertThat(one.isBefore(other)).isEqualTo(before);
  }

  @ParameterizedTest(name = "{0}, {1}, on record {2}, held for {3}: {4}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "S3 | BEFORE_DATA      | false | -  | -",
        "S3 | BEFORE_DATA      | true  | -  | S2 in place of S3:"
            + " it was declared in the ledger before the data were unblinded",
        "S3 | AFTER_RESULTS    | false | -  | S4 in place of S3:"
            + " it was decided after results were known",
        "S3 | AFTER_UNBLINDING | false | -  | -",
        "S2 | UNKNOWN          | false | S4 | S4 in place of S2:"
            + " whoever declared it holds it to be graver",
        "S3 | UNKNOWN          | false | S1 | -",
      })
  void aShiftOfWeightHasItsReason(
      DeviationSeverity floor,
      Timing timing,
      boolean onRecord,
      DeviationSeverity held,
      String said) {
    var claim =
        new Declaration(
            Optional.of("sample.rules"),
            Optional.empty(),
            Optional.empty(),
            Reason.CLERICAL,
            new Words("a slip"),
            timing,
            Optional.empty(),
            Optional.ofNullable(held));
    var disclosure = new Disclosure(Optional.of(claim), timing, onRecord, Optional.empty());
    assertThat(LabelRules.shift(floor, disclosure)).isEqualTo(Optional.ofNullable(said));
  }

  @ParameterizedTest(name = "{0} {1} then {2} {3}: {4}, {5}, also {6}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "S2 | first | S3 | second | S3 | first | [second]",
        "S3 | first | S2 | first  | S3 | first | []",
        "S3 | first | S2 | -      | S3 | -     | []",
        "S3 | -     | S4 | first  | S4 | -     | []",
        "S3 | -     | S3 | -      | S3 | -     | []",
      })
  void oneFindingOfSeveralModelsKeepsTheGravest(
      DeviationSeverity one,
      String of,
      DeviationSeverity other,
      String ofOther,
      DeviationSeverity floor,
      String model,
      String others) {
    var joined = finding(one, of, "a").followedBy(finding(other, ofOther, "b"));
    assertThat(joined.floor()).isEqualTo(floor);
    assertThat(joined.modelName()).isEqualTo(Optional.ofNullable(model));
    assertThat(joined.otherModels()).hasToString(others);
    assertThat(joined.consequences()).containsExactly("b");
    assertThat(joined.consequence("b").consequences()).containsExactly("b");
  }

  private static Deviation finding(
      DeviationSeverity floor, @Nullable String model, String message) {
    var finding = Deviation.of(Rule.CHANGED_SETTING, "sample.rules", floor, message);
    return model == null ? finding : finding.inModel(model);
  }

  @Test
  void bothValuesAreTold() {
    var place = Span.none("plan");
    var setting = finding(DeviationSeverity.S3, null, "a").values("x", "y");
    assertThat(setting.diagnostic(place, "trace.jsonl").notes())
        .containsExactly("registered: x; recorded: y");
    var engines =
        Deviation.of(Rule.ENGINES_DISAGREE, "models.first", DeviationSeverity.S2, "apart")
            .values("x", "y");
    assertThat(engines.diagnostic(place, "trace.jsonl").notes()).isEmpty();
  }

  @Test
  void anAdmittedCompletionConforms() {
    var completed = STUDY.setting("retained", TraceValue.of("abs(coefficient) > 0"));
    assertThat(judge(completed, "- {path: retained, " + WHY + "}").verdict())
        .isEqualTo(Verdict.CONFORMS);
    assertThat(judge(completed, "- {path: retained, severity: S3, " + WHY + "}").verdict())
        .isEqualTo(Verdict.DEVIATES_DECLARED);
  }

  @Test
  void anExploratoryExecutionConfirmsNothing() {
    var exploratory = STUDY.with(TraceEvents.START, e -> e.with("label", "exploratory"));
    var labels = judge(exploratory, "  []").labels();
    assertThat(labels.overall()).isEqualTo(Label.EXPLORATORY);
    assertThat(labels.hypotheses()).extracting(Labels.Of::label).containsOnly(Label.EXPLORATORY);
    assertThat(labels.models()).extracting(Labels.Of::label).containsOnly(Label.EXPLORATORY);
  }

  @ParameterizedTest(name = "{0} for the grid of a model")
  @CsvSource(
      delimiter = '|',
      value = {
        "path: penalty.l1_ratio              | true",
        "path: models.first.penalty.l1_ratio | true",
        "path: 'models[first].penalty.l1_ratio' | true",
        "path: models.first, code: X504      | true",
        "path: models.first                  | false",
        "path: penalty.lambda                | false",
        "path: validate.l1_ratio             | false",
        "path: retained                      | false",
        "code: X507                          | false",
        "code: X504, participant: s1         | false",
      })
  void aDeclarationIsAboutItsPlace(String subject, boolean admitted) {
    var judgement = judge(OTHER_GRID, "- {" + subject + ", " + WHY + "}");
    assertThat(judgement.verdict())
        .isEqualTo(admitted ? Verdict.DEVIATES_DECLARED : Verdict.DEVIATES);
    assertThat(judgement.notFound()).hasSize(admitted ? 0 : 1);
  }

  @ParameterizedTest(name = "{0}, then {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "code: X504 | code: X504 | `X504` is declared twice in this file",
        "code: X512, participant: s1 | code: X512, participant: s2 | ''",
        "path: retained | path: retained, code: X519 | ''",
        "path: retained | path: sample | ''",
        "path: retained | path: retained | `retained` is declared twice in this file",
      })
  void oneThingIsDeclaredOnce(String one, String other, String said) {
    var text = "- {" + one + ", " + WHY + "}\n- {" + other + ", " + WHY + "}";
    assertThat(read(text).diagnostics())
        .extracting(Diagnostic::message)
        .isEqualTo(said.isEmpty() ? List.of() : List.of(said));
  }

  @Test
  void aReasonIsASentence() {
    assertThat(messages("- {code: X504, reason: clerical, because: ' ', timing: unknown}"))
        .containsExactly("`because` is empty here");
    assertThat(messages("- {code: X504, reason: clerical, because: [a], timing: unknown}"))
        .isNotEmpty()
        .doesNotContain("`because` is empty here");
    assertThat(messages("- X504")).isNotEmpty();
  }

  @Test
  void onlyWhatNobodyDeclaredIsSuggested() {
    var near = "- {path: models.first.penalty.l1_ratios, " + WHY + "}";
    var alone = judge(OTHER_GRID, near);
    assertThat(helps(alone)).contains("did you mean `models.first.penalty.l1_ratio`?");
    var both = judge(OTHER_GRID, near + "\n- {path: models.first.penalty.l1_ratio, " + WHY + "}");
    assertThat(helps(both)).doesNotContain("did you mean `models.first.penalty.l1_ratio`?");
  }

  private static final String WHY = "reason: clerical, because: a slip, timing: unknown";

  private static List<String> helps(Judgement judgement) {
    return judgement.diagnostics().stream().flatMap(d -> d.helps().stream()).toList();
  }

  private static List<String> messages(String text) {
    return read(text).diagnostics().stream().map(Diagnostic::message).toList();
  }

  private static Judgement judge(SmallStudy study, String declarations) {
    var declared = read(declarations).orThrow();
    return Judgement.of(study.evidence(), declared, LockStanding.INTACT);
  }

  private static org.planlock.diagnostic.Checked<DeclaredDeviations> read(String text) {
    return new YamlPlanReader()
        .read(SourceFile.of("deviations.yaml", "deviations:\n" + text))
        .then(DeclaredDeviations::of);
  }
}
