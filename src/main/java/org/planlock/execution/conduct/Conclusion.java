package org.planlock.execution.conduct;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.diagnostic.Severity;
import org.planlock.execution.UsedSettings;
import org.planlock.execution.result.Bindings;
import org.planlock.execution.result.CorrelationResult;
import org.planlock.execution.result.HypothesisResult;
import org.planlock.execution.result.ModelResult;
import org.planlock.execution.result.Results;
import org.planlock.execution.sample.SampleResult;
import org.planlock.lock.Sha256;
import org.planlock.plan.Plan;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;

/** What rests on fitted models: hypotheses, comparisons, correlations, and the results as one. */
final class Conclusion {
  private final Stages stages;
  private final ExecutionRequest request;
  private final Plan plan;
  private final SampleResult sample;

  Conclusion(Stages stages, SampleResult sample) {
    this.stages = stages;
    this.request = stages.request();
    this.plan = request.plan().plan();
    this.sample = sample;
  }

  /** The results of an analysis that fits and correlates nothing. */
  Results ofNothing() {
    return results(List.of(), List.of(), List.of());
  }

  Checked<Results> of(SampleColumns columns, List<ModelResult> models) {
    var hypotheses = hypotheses(models);
    if (plan.exploratory().stated().isPresent()) {
      stages.settings().use("exploratory");
    }
    return new Correlations(columns, request.sink())
        .all(plan.exploratory().orElse(List.of()))
        .map(correlations -> results(models, hypotheses, correlations))
        .then(results -> Checked.of(results, withoutValue(results)));
  }

  private List<Diagnostic> withoutValue(Results results) {
    return results.comparisons().stream()
        .filter(comparison -> comparison.difference().isEmpty())
        .map(
            comparison ->
                Diagnostic.at(
                        stages.places().of("compare"),
                        Rule.NOT_EXECUTABLE,
                        "`compare "
                            + comparison.full()
                            + " with "
                            + comparison.reduced()
                            + "` by `"
                            + comparison.by()
                            + "` has no value")
                    .note(
                        "known here: `cv_mse`, `cv_r2`, `nested_mse`, `nested_r2`, and of two classes"
                            + " `cv_deviance`, `cv_misclassification`, `nested_deviance`,"
                            + " `nested_misclassification`")
                    .weighing(Severity.WARNING))
        .toList();
  }

  private List<HypothesisResult> hypotheses(List<ModelResult> models) {
    var hypotheses = plan.hypotheses().orElse(List.of());
    var undecided = new Undecided(plan, byName(models).keySet());
    var verdicts = new HypothesisVerdicts(hypotheses, byName(models)).all();
    for (var verdict : verdicts) {
      var path = UsedSettings.path("hypotheses", verdict.id());
      var missing = undecided.without(verdict.id());
      if (missing.isEmpty()) {
        stages.settings().use(path);
        request.sink().record(HypothesisVerdicts.event(verdict));
      } else {
        request
            .sink()
            .record(
                TraceEvent.of(TraceEvents.SKIPPED)
                    .with("path", path)
                    .with("because", "not fitted: " + String.join(", ", missing)));
      }
    }
    return verdicts;
  }

  private Results results(
      List<ModelResult> models,
      List<HypothesisResult> hypotheses,
      List<CorrelationResult> correlations) {
    if (plan.compare().stated().isPresent() && !models.isEmpty()) {
      stages.settings().use("compare");
    }
    return new Results(
        request.registered().plan().toString(),
        request.registered().lock().map(Sha256::toString),
        Optional.empty(),
        Optional.empty(),
        Summaries.of(plan, sample),
        models,
        models.isEmpty()
            ? List.of()
            : new Comparisons(byName(models)).all(plan.compare().orElse(List.of())),
        hypotheses,
        correlations,
        List.of(),
        List.of(),
        List.of(),
        Bindings.NONE);
  }

  private static Map<String, ModelResult> byName(List<ModelResult> models) {
    return models.stream().collect(Collectors.toMap(ModelResult::name, Function.identity()));
  }
}
