package org.planlock.execution.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.execution.result.ModelResult;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Penalty;
import org.planlock.plan.fit.Validation;
import org.planlock.stats.elasticnet.Family;
import org.planlock.stats.tuning.Aggregation;
import org.planlock.stats.tuning.SelectionRule;

/** Fits registered models as the plan says, and records each step as it is taken. */
public final class ModelFitting {
  private final FitContext context;

  /** Fits with what the context gives. */
  public ModelFitting(FitContext context) {
    this.context = context;
  }

  /** The result of one model, or everything that stops it. */
  public Checked<ModelResult> fit(ModelSpec modelSpec) {
    try {
      var warnings = new ArrayList<Diagnostic>();
      var result = new ModelCourse(task(modelSpec), warnings).result();
      return Checked.of(result, warnings);
    } catch (RefusedException refused) {
      return Checked.failed(refused.diagnostics());
    }
  }

  private FittingTask task(ModelSpec modelSpec) {
    context.settings().use(UsedNames.model(modelSpec.name(), "role"));
    context.settings().use(UsedNames.model(modelSpec.name(), "reason"));
    context.settings().use(UsedNames.model(modelSpec.name(), "outcome"));
    context.settings().use(UsedNames.model(modelSpec.name(), "terms"));
    context.settings().use(UsedNames.model(modelSpec.name(), "extends"));
    context.settings().use(UsedNames.model(modelSpec.name(), "add"));
    context.settings().use(UsedNames.model(modelSpec.name(), "prepare"));
    var weights = RefusedException.orRefuse(ObservationWeights.of(modelSpec, context));
    var rows = RefusedException.orRefuse(whole(modelSpec, weights));
    if (rows.design().participants().size() < 3) {
      throw new RefusedException(
          List.of(Refusals.tooSmall(modelSpec.name(), rows.design().participants().size())));
    }
    var engine = engine(modelSpec, rows, weights);
    var validation = modelSpec.validate().stated();
    return new FittingTask(
        modelSpec,
        context,
        weights,
        rows,
        engine,
        tuning(modelSpec, engine),
        validation.map(stated -> new Loops(modelSpec, stated)),
        new FoldSeed(context.digest()));
  }

  private static Tuning tuning(ModelSpec modelSpec, Engine engine) {
    var validation = modelSpec.validate().stated();
    return new Tuning(
        engine.solver(),
        aggregation(modelSpec, validation),
        CellChoice.loss(validation),
        rule(modelSpec, engine),
        CellChoice.inTurn(validation));
  }

  private Checked<DesignRows> whole(ModelSpec modelSpec, ObservationWeights weights) {
    var all = context.analysisSet();
    return new FoldSource(modelSpec, context.designs(), weights, all, all, Optional.empty(), "")
        .rows(all, "");
  }

  private Engine engine(ModelSpec modelSpec, DesignRows rows, ObservationWeights weights) {
    var needed = new Needed(modelSpec.name());
    var penalty = needed.unlessOpen(modelSpec.penalty(), "penalty");
    if (!needed.found().isEmpty()) {
      throw new RefusedException(needed.found());
    }
    var columns = rows.design().columns();
    if (penalty.isEmpty() || penalty.get().family() == Penalty.Family.NONE) {
      var without =
          penalty.flatMap(p -> p.intercept().stated()).filter(Penalty.Intercept.NONE::equals);
      return new LeastSquaresEngine(modelSpec.name(), columns, without.isEmpty(), weights);
    }
    var options =
        RefusedException.orRefuse(
            EngineOptions.of(
                modelSpec, penalty.get(), context.plan().sets().orElse(List.of()), columns));
    if (options.family() == Family.BINOMIAL) {
      classes(modelSpec, rows);
    }
    return new ElasticNetEngine(modelSpec, penalty.get(), options, weights, columns);
  }

  private static void classes(ModelSpec modelSpec, DesignRows rows) {
    var outcome = rows.design().outcome();
    for (int i = 0; i < outcome.size(); i++) {
      if (outcome.get(i) != 0 && outcome.get(i) != 1) {
        throw new RefusedException(
            List.of(Refusals.notTwoClasses(modelSpec.name(), rows.design().participants().get(i))));
      }
    }
  }

  private static Aggregation aggregation(ModelSpec modelSpec, Optional<Validation> validation) {
    return validation.filter(stated -> !Loops.isNone(stated)).isEmpty()
        ? Aggregation.ROWS
        : RefusedException.orRefuse(CellChoice.aggregation(modelSpec, validation.get()));
  }

  private static Optional<SelectionRule> rule(ModelSpec modelSpec, Engine engine) {
    return modelSpec
        .validate()
        .stated()
        .filter(stated -> engine.tuned() && !Loops.isNone(stated))
        .map(stated -> RefusedException.orRefuse(CellChoice.rule(modelSpec, stated)));
  }
}
