package org.planlock.execution.conduct;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.diagnostic.Severity;
import org.planlock.execution.Places;
import org.planlock.execution.UsedSettings;
import org.planlock.execution.fit.FitContext;
import org.planlock.execution.fit.ModelFitting;
import org.planlock.execution.prepare.PreparationEngine;
import org.planlock.execution.readiness.OpenChoices;
import org.planlock.execution.readiness.Support;
import org.planlock.execution.result.Bindings;
import org.planlock.execution.result.CorrelationResult;
import org.planlock.execution.result.HypothesisResult;
import org.planlock.execution.result.ModelResult;
import org.planlock.execution.result.Results;
import org.planlock.execution.sample.DataIntake;
import org.planlock.execution.sample.Frame;
import org.planlock.execution.sample.SampleResult;
import org.planlock.execution.sample.SampleSelection;
import org.planlock.lock.Sha256;
import org.planlock.plan.Plan;
import org.planlock.plan.expression.Expression;
import org.planlock.plan.fit.Scheme;

/** One plan carried out from its tables to its verdicts, without its declared alternatives. */
final class Analysis {
  private final ExecutionRequest request;
  private final Plan plan;
  private final Places places;
  private final UsedSettings settings;
  private final boolean nested;
  private final boolean bothSolves;

  Analysis(ExecutionRequest request) {
    this(request, true, true);
  }

  /** The same for an alternative, with outer loops carried out or not. */
  static Analysis ofAlternative(ExecutionRequest request, boolean nested) {
    return new Analysis(request, nested, false);
  }

  private Analysis(ExecutionRequest request, boolean nested, boolean bothSolves) {
    this.request = request;
    this.nested = nested;
    this.bothSolves = bothSolves;
    this.plan = request.plan().plan();
    this.places = new Places(request.plan());
    this.settings = new UsedSettings(PlanValues.of(request.plan().canonical()), request.sink());
  }

  UsedSettings settings() {
    return settings;
  }

  /** What this version cannot carry out, and what the plan leaves open; nothing is read for it. */
  List<Diagnostic> obstacles() {
    var found = new ArrayList<>(Support.check(plan, places));
    found.addAll(OpenChoices.refusals(OpenChoices.of(plan), places));
    return found;
  }

  /** The results, or everything that stops the analysis. */
  Checked<Results> results() {
    var obstacles = obstacles();
    if (obstacles.stream().anyMatch(Diagnostic::isError)) {
      return Checked.failed(obstacles);
    }
    settings.use("data");
    return new DataIntake(plan, places, request.data(), request.sink())
        .read()
        .then(frame -> sample(frame).then(sample -> analysed(frame, sample)));
  }

  private Checked<SampleResult> sample(Frame frame) {
    settings.use("sample");
    return new SampleSelection(plan, places, frame, request.sample()).select(request.sink());
  }

  private Checked<Results> analysed(Frame frame, SampleResult sample) {
    if (plan.models().stated().isEmpty() && plan.exploratory().stated().isEmpty()) {
      return Checked.of(results(sample, List.of(), List.of(), List.of()));
    }
    return PreparationEngine.of(plan, places, frame, sample)
        .then(engine -> prepared(frame, sample, engine));
  }

  private Checked<Results> prepared(Frame frame, SampleResult sample, PreparationEngine engine) {
    settings.use("variables");
    settings.use("sets");
    settings.use("prepare");
    var columns = new SampleColumns(plan, places, frame, sample, engine);
    var fitted = models(sample, columns, engine);
    engine.stepEvents().forEach(request.sink()::record);
    return fitted.then(models -> concluded(sample, columns, models));
  }

  /** Every model is tried, so that one execution finds all that is wrong, and tells it once. */
  private Checked<List<ModelResult>> models(
      SampleResult sample, SampleColumns columns, PreparationEngine engine) {
    var context =
        new FitContext(
            engine,
            columns,
            sample.analysed(),
            plan,
            request.registered().plan(),
            request.threads(),
            nested,
            bothSolves,
            request.progress(),
            settings,
            request.sink());
    useComputation();
    var fitting = new ModelFitting(context);
    var results = new ArrayList<ModelResult>();
    var found = new LinkedHashSet<Diagnostic>();
    for (var modelSpec : plan.models().orElse(List.of())) {
      var result = fitting.fit(modelSpec);
      found.addAll(result.diagnostics());
      result.value().ifPresent(results::add);
    }
    var once = List.copyOf(found);
    return once.stream().anyMatch(Diagnostic::isError)
        ? Checked.failed(once)
        : Checked.of(retained(results), once);
  }

  private void useComputation() {
    settings.use("compute.threads");
    boolean random =
        plan.models().orElse(List.of()).stream()
            .flatMap(spec -> spec.validate().stated().stream())
            .flatMap(validate -> validate.scheme().stated().stream())
            .anyMatch(scheme -> scheme.kind() == Scheme.Kind.K_FOLD);
    if (random) {
      settings.use("compute.rng");
    }
  }

  private List<ModelResult> retained(List<ModelResult> models) {
    Optional<Expression> rule = plan.retained().stated();
    if (rule.isEmpty()) {
      return models;
    }
    settings.use("retained");
    var retention = new Retention(rule.get());
    return models.stream().map(retention::applied).toList();
  }

  private Checked<Results> concluded(
      SampleResult sample, SampleColumns columns, List<ModelResult> models) {
    var hypotheses = hypotheses(models);
    if (plan.exploratory().stated().isPresent()) {
      settings.use("exploratory");
    }
    return new Correlations(columns, request.sink())
        .all(plan.exploratory().orElse(List.of()))
        .map(correlations -> results(sample, models, hypotheses, correlations))
        .then(results -> Checked.of(results, withoutValue(results)));
  }

  private List<Diagnostic> withoutValue(Results results) {
    return results.comparisons().stream()
        .filter(comparison -> comparison.difference().isEmpty())
        .map(
            comparison ->
                Diagnostic.at(
                        places.of("compare"),
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
    var verdicts =
        new HypothesisVerdicts(plan.hypotheses().orElse(List.of()), byName(models)).all();
    for (var verdict : verdicts) {
      settings.use(UsedSettings.path("hypotheses", verdict.id()));
      request.sink().record(HypothesisVerdicts.event(verdict));
    }
    return verdicts;
  }

  private Results results(
      SampleResult sample,
      List<ModelResult> models,
      List<HypothesisResult> hypotheses,
      List<CorrelationResult> correlations) {
    if (plan.compare().stated().isPresent() && !models.isEmpty()) {
      settings.use("compare");
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
