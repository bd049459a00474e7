package org.planlock.execution.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.deviation.DeviationReport;
import org.planlock.deviation.Evidence;
import org.planlock.execution.sample.DataRequest;
import org.planlock.execution.sample.SampleRequest;

/** One value of a plan changed for one execution is one deviation, with its own code and place. */
final class OverrideDeviationsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "models.drug_agnostic.penalty.l1_ratio | [1.0] | X504 models.drug_agnostic.penalty.l1_ratio",
        "models.drug_agnostic.penalty.lambda.values | 20 | X504 models.drug_agnostic.penalty.lambda.values",
        "models.drug_agnostic.penalty.objective | textbook | X516 models.drug_agnostic.penalty.objective",
        "models.drug_agnostic.penalty.solve | glmnet | X516 models.drug_agnostic.penalty.solve",
        "models.drug_agnostic.penalty.kkt.tolerance | 1e-7 | X516 models.drug_agnostic.penalty.kkt.tolerance",
        "models.drug_agnostic.penalty.penalty_factor.bounds | 0 .. infinity | X571 models.drug_agnostic.penalty.penalty_factor.bounds",
        "models.drug_agnostic.penalty.penalty_factor.excluded | [age] | X571 models.drug_agnostic.penalty.penalty_factor.excluded",
        "models.drug_agnostic.penalty.distribution.refit | 'relaxed gamma 0, 1' | X504 models.drug_agnostic.penalty.distribution.refit",
        "models.drug_agnostic.validate.select | {minimum: in_turn, over: [l1_ratio, lambda], folds: same for every l1_ratio} | X507 models.drug_agnostic.validate.select",
        "models.drug_agnostic.penalty.standardize | true | X569 models.drug_agnostic.penalty.standardize",
        "models.drug_agnostic.validate.ties.prefer | [larger l1_ratio] | X520 models.drug_agnostic.validate.ties.prefer",
        "models.drug_agnostic.terms | [clinical] | X505 models.drug_agnostic.terms",
        "prepare.main.4.using | training_fold | X514 prepare[scale imaging].using",
        "prepare.main.4.to | z(sd n) | X515 prepare[scale imaging].to",
        "variables.improvement.value | caps5_total at ses-post - caps5_total at ses-pre | X560 variables.improvement.value",
      })
  void anOverrideIsOneDeviation(String path, String yaml, String found) {
    var locked = Execution.of("rct21-table", Execution.RCT);
    var changed = locked.with(path, yaml);
    changed.results();
    assertThat(found(locked, changed)).containsExactly(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "models.as_in_r.penalty.passes.threshold | 1e-10 | X516 models.as_in_r.penalty.passes.threshold",
        "models.as_in_r.penalty.passes.most | 90000 | X516 models.as_in_r.penalty.passes.most",
        "models.as_in_r.penalty.solve | exact | X516 models.as_in_r.penalty.solve",
        "models.as_in_r.penalty.lambda.to | 0.02 * max | X504 models.as_in_r.penalty.lambda.to",
        "models.as_in_r.penalty.lambda.values | 50 | X504 models.as_in_r.penalty.lambda.values",
        "models.as_in_r.penalty.lambda_folds | {values: same_values, interpolation: none, early_stop: none} | X504 models.as_in_r.penalty.lambda_folds",
        "models.arm.validate.loss.of | misclassification | X507 models.arm.validate.loss.of",
        "models.held.penalty.penalty_factor.bounds | none | X571 models.held.penalty.penalty_factor.bounds",
        "models.held.penalty.distribution.refit | 'relaxed gamma 0, 1' | X504 models.held.penalty.distribution.refit",
      })
  void anOverrideOfWhatGlmnetDoesIsOneDeviation(String path, String yaml, String found) {
    var locked = Execution.of("rct21-glmnet", Execution.RCT);
    var changed = locked.with(path, yaml);
    changed.results();
    assertThat(found(locked, changed)).containsExactly(found);
  }

  @Test
  void foldsAreOneDeviationAndWhatTheyNeedIsCompleted() {
    var locked = lenient();
    var changed =
        locked
            .with("models.drug_agnostic.validate.scheme", "k_fold 5")
            .with("models.drug_agnostic.validate.repeats", "1")
            .with("models.drug_agnostic.validate.seed", "plan_digest");
    changed.results();
    assertThat(found(locked, changed))
        .containsExactlyInAnyOrder(
            "X506 models.drug_agnostic.validate.scheme",
            "X519 models.drug_agnostic.validate.repeats",
            "X519 models.drug_agnostic.validate.seed");
  }

  @Test
  void aParticipantLeftOutByHandIsOneDeviation() {
    var execution = lenient();
    var asked = execution.request();
    var analysed = Execution.of("rct21-table", Execution.RCT).results().sample().analysed().get(3);
    PlanExecutor.execute(
            new ExecutionRequest(
                execution.plan,
                asked.registered(),
                DataRequest.in(Execution.RCT),
                new SampleRequest(Map.of(analysed, "fell asleep"), Optional.empty()),
                List.of(),
                false,
                1,
                asked.progress(),
                execution.trace))
        .orThrow();
    assertThat(found(execution, execution)).containsExactly("X512 sample.rules");
  }

  /** The trial locked with a limit that leaves room for one participant less. */
  private static Execution lenient() {
    return Execution.of("rct21-table", Execution.RCT)
        .with("sample.abort", "below 3 per group in training_fold");
  }

  private static List<String> found(Execution locked, Execution carriedOut) {
    var report =
        DeviationReport.of(
            new Evidence(locked.plan, Optional.empty(), carriedOut.trace.trace("trace.jsonl")));
    assertThat(report.gaps()).isEmpty();
    return report.deviations().stream().map(d -> d.rule().code() + " " + d.path()).toList();
  }
}
