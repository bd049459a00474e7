package org.planlock.execution.conduct;

import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.Places;
import org.planlock.execution.UsedSettings;
import org.planlock.execution.result.Results;
import org.planlock.execution.result.VariantResult;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.Plan;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.source.Span;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;

/**
 * Carries out a plan: tables, sample, models, hypotheses, alternatives, each step traced as it is
 * taken. The same request gives the same results and the same trace on any number of threads.
 */
public final class PlanExecutor {
  private PlanExecutor() {}

  /** The results without verdict and deviations, or everything that stops the execution. */
  public static Checked<Results> execute(ExecutionRequest request) {
    var analysis = new Analysis(request);
    var obstacles = analysis.stages().obstacles();
    if (!obstacles.isEmpty()) {
      return Checked.failed(obstacles);
    }
    analysis.stages().begin();
    return complete(analysis.stages(), analysis.results());
  }

  /** The end of an analysis that was taken stage by stage: its declared alternatives. */
  public static Checked<Results> complete(Stages stages, Checked<Results> main) {
    var request = stages.request();
    var places = new Places(request.plan());
    if (!main.isSound()) {
      return Checked.failed(Placed.in(places, main.diagnostics()));
    }
    var found = new ArrayList<>(main.diagnostics());
    var variants = variants(stages, main.orThrow());
    variants.stream()
        .filter(variant -> variant.notExecuted().isPresent())
        .forEach(variant -> found.add(notExecuted(variant)));
    request.sink().record(TraceEvent.of(TraceEvents.END));
    return Checked.of(complete(main.orThrow(), variants, found), Placed.in(places, found));
  }

  /** Findings about models at the places where the plan says them. */
  public static List<Diagnostic> placed(BoundPlan plan, List<Diagnostic> found) {
    return Placed.in(new Places(plan), found);
  }

  private static List<VariantResult> variants(Stages stages, Results main) {
    var request = stages.request();
    var sensitivity = request.plan().plan().sensitivity().stated();
    if (sensitivity.isEmpty()) {
      return List.of();
    }
    var unfitted = unfitted(request.plan().plan(), main);
    if (!unfitted.isEmpty()) {
      var because = "not fitted: " + String.join(", ", unfitted);
      request
          .sink()
          .record(
              TraceEvent.of(TraceEvents.SKIPPED)
                  .with("path", "sensitivity")
                  .with("because", because));
      return sensitivity.get().variants().stream()
          .map(variant -> VariantResult.notExecuted(variant.name(), because))
          .toList();
    }
    stages.settings().use("sensitivity");
    return new Variants(request, main).all(sensitivity.get());
  }

  private static List<String> unfitted(Plan plan, Results main) {
    var fitted = main.byName().keySet();
    return plan.models().orElse(List.of()).stream()
        .map(ModelSpec::name)
        .filter(name -> !fitted.contains(name))
        .toList();
  }

  private static Diagnostic notExecuted(VariantResult variant) {
    return Diagnostic.at(
            Span.none(UsedSettings.path("sensitivity.variants", variant.name())),
            Rule.VARIANT_NOT_EXECUTED,
            "the alternative `" + variant.name() + "` was not carried out")
        .note(variant.notExecuted().orElse(""));
  }

  private static Results complete(
      Results main, List<VariantResult> variants, List<Diagnostic> found) {
    return new Results(
        main.plan(),
        main.lock(),
        main.verdict(),
        main.label(),
        main.sample(),
        main.models(),
        main.comparisons(),
        main.hypotheses(),
        main.exploratory(),
        variants,
        found.stream().map(Diagnostic::message).distinct().toList(),
        main.deviations(),
        main.bindings());
  }
}
