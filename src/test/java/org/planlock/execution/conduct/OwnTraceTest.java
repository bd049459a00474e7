package org.planlock.execution.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.deviation.Deviation;
import org.planlock.deviation.DeviationReport;
import org.planlock.deviation.Evidence;
import org.planlock.execution.sample.DataRequest;
import org.planlock.execution.sample.SampleRequest;
import org.planlock.plan.BoundPlan;

/** What the comparison of plan and trace says of executions by this program. */
final class OwnTraceTest {
  @TempDir private Path folder;

  @Test
  void anExecutionAsLockedHasNeitherDeviationNorGap() {
    for (var name : List.of("ketamine-table", "rct21-table", "rct21-glmnet")) {
      var execution = Execution.of(name, Execution.RCT);
      execution.results();
      var report = report(execution.plan, execution);
      assertThat(report.deviations()).as(name).isEmpty();
      assertThat(report.gaps()).as(name).isEmpty();
    }
  }

  @Test
  void aLeastSquaresPlanAsLockedConformsToo() {
    var execution =
        SmallStudy.with(
            folder,
            """
            hypotheses:
              - {id: H1, corroborated: "coefficient(both, x) > 1", falsified: "coefficient(both, x) < 0"}
            exploratory:
              - {correlate: gain, with: z, by: pearson, rows: pairwise_complete, reason: data_driven}
            """);
    execution.results();
    var report = report(execution.plan, execution);
    assertThat(report.deviations()).isEmpty();
    assertThat(report.gaps()).isEmpty();
  }

  @Test
  void anOverrideIsFoundWhereItWasSet() {
    var locked = Execution.of("rct21-table", Execution.RCT);
    var changed = locked.with("models.drug_agnostic.penalty.l1_ratio", "[1.0]");
    changed.results();
    assertThat(report(locked.plan, changed).deviations())
        .extracting(Deviation::path)
        .containsExactly("models.drug_agnostic.penalty.l1_ratio");
  }

  @Test
  void aParticipantLeftOutByHandIsFound() {
    var execution = SmallStudy.with(folder, "");
    var asked = execution.request();
    var request =
        new ExecutionRequest(
            execution.plan,
            asked.registered(),
            DataRequest.in(folder),
            new SampleRequest(Map.of("s04", "fell asleep"), Optional.empty()),
            List.of(),
            false,
            1,
            asked.progress(),
            execution.trace);
    assertThat(PlanExecutor.execute(request).orThrow().sample().analysed()).hasSize(9);
    assertThat(report(execution.plan, execution).deviations())
        .anyMatch(deviation -> deviation.rule().code().equals("X512"));
  }

  private static DeviationReport report(BoundPlan locked, Execution execution) {
    return DeviationReport.of(
        new Evidence(locked, Optional.empty(), execution.trace.trace("trace.jsonl")));
  }
}
