package org.planlock.deviation.mutation;

import java.util.Map;
import java.util.Optional;
import org.planlock.plan.BoundPlan;
import org.planlock.syntax.TreePaths;
import org.planlock.syntax.TreeText;
import org.planlock.trace.TraceEvent;

/** Which place of a plan each value of an event is about; values that are about none are absent. */
record EventPlaces(BoundPlan plan) {
  private static final Map<String, String> OF_A_MODEL =
      Map.ofEntries(
          Map.entry("design.outcome", "outcome"),
          Map.entry("design.columns", "terms"),
          Map.entry("grid.objective", "penalty.objective"),
          Map.entry("grid.lambdaFolds", "penalty.lambda_folds"),
          Map.entry("grid.l1Ratios", "penalty.l1_ratio"),
          Map.entry("grid.lambdas", "penalty.lambda"),
          Map.entry("grid.count", "penalty.lambda.values"),
          Map.entry("grid.smallestRatio", "penalty.lambda.to"),
          Map.entry("cv.loss", "validate.loss.of"),
          Map.entry("selection.rule", "validate.select"),
          Map.entry("selection.turns", "validate.select"),
          Map.entry("selection.lambda", "validate.select"),
          Map.entry("selection.l1Ratio", "validate.select"),
          Map.entry("selection.mse", "validate.select"),
          Map.entry("fit.family", "penalty.family"),
          Map.entry("fit.distribution", "penalty.distribution.family"),
          Map.entry("fit.objective", "penalty.objective"),
          Map.entry("fit.solve", "penalty.solve"),
          Map.entry("fit.tolerance", "penalty.kkt.tolerance"),
          Map.entry("fit.threshold", "penalty.passes.threshold"),
          Map.entry("fit.maxPasses", "penalty.passes.most"),
          Map.entry("fit.standardize", "penalty.standardize"),
          Map.entry("fit.intercept", "penalty.intercept"),
          Map.entry("fit.weights", "penalty.distribution.weights"),
          Map.entry("fit.penaltyFactors", "penalty.penalty_factor"),
          Map.entry("fit.excluded", "penalty.penalty_factor.excluded"),
          Map.entry("fit.lowerLimits", "penalty.penalty_factor.bounds"),
          Map.entry("fit.upperLimits", "penalty.penalty_factor.bounds"),
          Map.entry("fit.lambda", "validate.select"),
          Map.entry("fit.converged", "penalty.kkt"));

  private static final Map<String, String> ANYWHERE =
      Map.ofEntries(
          Map.entry("start.plan", "plan"),
          Map.entry("start.semantics", "compute.engine"),
          Map.entry("exclusion.because", "sample.rules"),
          Map.entry("exclusion.origin", "sample.rules"),
          Map.entry("design.rows", "sample.rows"),
          Map.entry("fit.rows", "sample.rows"),
          Map.entry("sample.n", "sample.rules"),
          Map.entry("correlation.method", "exploratory"),
          Map.entry("branch.taken", "contingency"),
          Map.entry("pipeline.tool", "data.pipelines"));

  private static final Map<String, String> OF_A_STEP =
      Map.of(
          "using", "using", "fitRows", "using", "to", "to", "by", "by", "as", "as", "rows", "rows");

  /** The place of one value of an event. */
  Optional<String> of(TraceEvent event, String field) {
    var name = event.type() + "." + field;
    if (event.type().equals("step")) {
      return step(event, field);
    }
    // least squares have one solution, however it is reached
    if (name.equals("fit.solve") && event.text("family").filter("none"::equals).isPresent()) {
      return Optional.empty();
    }
    if (OF_A_MODEL.containsKey(name)) {
      return event.text("model").map(m -> join("models", m) + "." + OF_A_MODEL.get(name));
    }
    if (ANYWHERE.containsKey(name)) {
      return Optional.of(ANYWHERE.get(name));
    }
    return switch (name) {
      case "data.sha256" ->
          event.text("table").filter(this::isComplete).map(t -> join("data.tables", t));
      case "design.outcomeFormula" ->
          event
              .text("outcome")
              .map(o -> join("variables", o) + ".value")
              .filter(path -> TreePaths.get(plan.canonical(), path).isSound());
      case "folds.scheme", "folds.repeats", "folds.by" -> loop(event, field);
      case "score.definition" -> event.text("name").flatMap(this::score);
      case "hypothesis.verdict" -> event.text("id").map(id -> join("hypotheses", id));
      case "region.sha256" -> event.text("region").map(r -> join("rois", r));
      case "pipeline.version", "pipeline.container", "pipeline.options" ->
          Optional.of("data.pipelines.fmri." + field);
      default -> Optional.empty();
    };
  }

  private boolean isComplete(String table) {
    return plan.plan().data().stated().flatMap(d -> d.tables().stated()).stream()
        .flatMap(tables -> tables.stream())
        .anyMatch(t -> t.name().equals(table) && t.complete());
  }

  private static Optional<String> loop(TraceEvent event, String field) {
    var outer = event.text("loop").filter("outer"::equals).map(loop -> "validate.outer.");
    return event
        .text("model")
        .map(m -> join("models", m) + "." + outer.orElse("validate.") + field);
  }

  private Optional<String> score(String name) {
    var known =
        Map.of(
            "inSample", "inference.r2_in_sample",
            "crossValidated", "inference.cv_r2",
            "nested", "inference.nested_r2");
    return Optional.of(known.getOrDefault(name, join("inference.scores", name)))
        .filter(path -> TreePaths.get(plan.canonical(), path).isSound());
  }

  private Optional<String> step(TraceEvent event, String field) {
    return step(event)
        .flatMap(
            path ->
                field.equals("verb")
                    ? Optional.of(path)
                    : field.equals("columns")
                        ? event.text("verb").map(verb -> path + "." + verb)
                        : Optional.ofNullable(OF_A_STEP.get(field)).map(key -> path + "." + key))
        .filter(path -> TreePaths.get(plan.canonical(), path).isSound());
  }

  /** The place of the step that an event is about. */
  Optional<String> step(TraceEvent event) {
    var number = event.whole("step").map(String::valueOf).orElse("");
    var preparation = event.text("prepare").orElse("");
    boolean one = TreePaths.of(plan.canonical()).onePreparation();
    return TreePaths.entries(plan.canonical()).entrySet().stream()
        .filter(e -> e.getKey().startsWith(one ? "prepare" : "prepare." + preparation))
        .filter(e -> e.getKey().endsWith(".step"))
        .filter(e -> TreeText.of(e.getValue()).equals(number))
        .map(e -> e.getKey().substring(0, e.getKey().length() - ".step".length()))
        .findFirst();
  }

  static String join(String list, String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_-]*") ? list + "." + name : list + "[" + name + "]";
  }
}
