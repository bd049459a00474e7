package org.planlock.execution.conduct;

import java.util.Optional;
import org.planlock.execution.result.SampleSummary;
import org.planlock.execution.sample.FlowTable;
import org.planlock.execution.sample.SampleResult;
import org.planlock.plan.Plan;

/** What the results say of the sample. */
final class Summaries {
  private Summaries() {}

  static SampleSummary of(Plan plan, SampleResult sample) {
    boolean flowAsked = plan.sample().stated().flatMap(s -> s.flow().stated()).isPresent();
    return new SampleSummary(
        sample.enrolled(),
        sample.analysed(),
        sample.departures().stream()
            .map(d -> new SampleSummary.Left(d.participant(), d.rule(), d.because()))
            .toList(),
        flowAsked ? Optional.of(flow(sample.flow())) : Optional.empty());
  }

  private static SampleSummary.Flow flow(FlowTable table) {
    return new SampleSummary.Flow(
        table.by(),
        table.rules(),
        table.groups().stream()
            .map(
                group ->
                    new SampleSummary.Group(
                        group.level(),
                        group.enrolled(),
                        group.sequential(),
                        group.alone(),
                        group.kept()))
            .toList());
  }
}
