package org.planlock.execution.conduct;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.execution.Places;
import org.planlock.execution.fit.ModelFitting;
import org.planlock.execution.prepare.PreparationEngine;
import org.planlock.execution.result.ModelResult;
import org.planlock.execution.result.Results;
import org.planlock.execution.sample.Frame;
import org.planlock.execution.sample.SampleResult;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.Plan;
import org.planlock.plan.expression.Expression;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Scheme;
import org.planlock.plan.prepare.Product;
import org.planlock.trace.TraceEvent;

/** A sample whose columns are prepared, on which models are fitted one by one. */
public final class PreparedSample {
  private final Stages stages;
  private final Frame frame;
  private final SampleResult sample;
  private final PreparationEngine engine;
  private final SampleColumns columns;
  private boolean isComputing;

  PreparedSample(Stages stages, Frame frame, SampleResult sample, PreparationEngine engine) {
    this.stages = stages;
    this.frame = frame;
    this.sample = sample;
    this.engine = engine;
    this.columns = new SampleColumns(plan(), stages.places(), frame, sample, engine);
  }

  /** A registered model, as the plan's own rule retains its terms. */
  public Checked<ModelResult> fit(ModelSpec spec) {
    useComputation();
    return new ModelFitting(stages.context(plan(), engine, columns, sample))
        .fit(spec)
        .map(this::retaining);
  }

  /**
   * A model that the plan does not have. Its steps are learnt beside those of the registered
   * models, so that these are recorded as if there were no other.
   *
   * @param wider the plan with the model in it
   */
  public Checked<ModelResult> fitUnplanned(BoundPlan wider, ModelSpec spec) {
    useComputation();
    var places = new Places(wider);
    return PreparationEngine.of(wider.plan(), places, frame, sample)
        .then(
            own -> {
              var raw = new SampleColumns(wider.plan(), places, frame, sample, own);
              return new ModelFitting(stages.context(wider.plan(), own, raw, sample)).fit(spec);
            })
        .map(this::retaining);
  }

  /** Every model is tried, so that one execution finds all that is wrong, and tells it once. */
  Checked<List<ModelResult>> fitAll() {
    var results = new ArrayList<ModelResult>();
    var found = new LinkedHashSet<Diagnostic>();
    useComputation();
    for (var spec : plan().models().orElse(List.of())) {
      var result = fit(spec);
      found.addAll(result.diagnostics());
      result.value().ifPresent(results::add);
    }
    var once = List.copyOf(found);
    return once.stream().anyMatch(Diagnostic::isError)
        ? Checked.failed(once)
        : Checked.of(results, once);
  }

  /** What the steps learnt so far, preparation by preparation, then fold by fold. */
  public List<TraceEvent> steps() {
    return engine.stepEvents();
  }

  /**
   * One column of the analysed participants as the steps left it for the final fit.
   *
   * @param preparation which steps; none for a column as it stands
   */
  public Checked<List<Double>> values(Optional<String> preparation, String name) {
    var scaled = engine.values(preparation, name, Product.State.SCALED);
    return scaled.isSound() ? scaled : engine.values(preparation, name, Product.State.UNSCALED);
  }

  /** The steps that were learnt, and all that rests on fitted models. */
  public Checked<Results> conclude(List<ModelResult> models) {
    useComputation();
    if (plan().retained().stated().isPresent()) {
      stages.settings().use("retained");
    }
    steps().forEach(stages.request().sink()::record);
    return new Conclusion(stages, sample).of(columns, models);
  }

  private void useComputation() {
    if (isComputing) {
      return;
    }
    isComputing = true;
    stages.settings().use("compute.threads");
    boolean random =
        plan().models().orElse(List.of()).stream()
            .flatMap(spec -> spec.validate().stated().stream())
            .flatMap(validate -> validate.scheme().stated().stream())
            .anyMatch(scheme -> scheme.kind() == Scheme.Kind.K_FOLD);
    if (random) {
      stages.settings().use("compute.rng");
    }
  }

  private ModelResult retaining(ModelResult model) {
    Optional<Expression> rule = plan().retained().stated();
    return rule.isEmpty() ? model : new Retention(rule.get()).applied(model);
  }

  private Plan plan() {
    return stages.request().plan().plan();
  }
}
