package org.planlock.execution.prepare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.Design;
import org.planlock.execution.DesignMaker;
import org.planlock.execution.Learning;
import org.planlock.execution.Places;
import org.planlock.execution.UsedSettings;
import org.planlock.execution.sample.Frame;
import org.planlock.execution.sample.SampleResult;
import org.planlock.execution.sample.SampleSize;
import org.planlock.plan.Plan;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.Product;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Scope;
import org.planlock.trace.TraceEvent;

/**
 * Prepares designs: carries out the steps of a plan in its order, each learnt from its registered
 * rows, for every fold anew where the fold matters. Safe to call from several threads.
 */
public final class PreparationEngine implements DesignMaker {
  private static final Preparation NONE =
      new Preparation("", List.of(), List.of(), Declared.open(), Declared.open());

  private final StepNames names;
  private final SampleResult sample;
  private final SampleSize sizes;
  private final StepLog log = new StepLog();
  private final Map<String, PreparedColumns> preparations = new LinkedHashMap<>();

  private PreparationEngine(Plan plan, Places places, Frame frame, SampleResult sample) {
    this.names = StepNames.of(plan, places, frame);
    this.sample = sample;
    this.sizes = new SampleSize(plan, places, frame, Optional.empty());
    var models = plan.models().orElse(List.of());
    boolean scalingMayMove =
        models.stream()
            .flatMap(spec -> spec.validate().stated().stream())
            .flatMap(validate -> validate.outer().stated().stream())
            .anyMatch(outer -> outer.scale().isPresent());
    var declared = new ArrayList<>(plan.prepare().orElse(List.of()));
    declared.add(NONE);
    for (var each : declared) {
      int position = preparations.size();
      boolean used = models.stream().anyMatch(m -> each.name().equals(m.prepare().orElse("")));
      if (used || !plan.exploratory().orElse(List.of()).isEmpty()) {
        preparations.put(
            each.name(), new PreparedColumns(position, each, names, sample, log, scalingMayMove));
      }
    }
  }

  /**
   * An engine for the analysis set, in which every preparation that a model uses has carried out
   * the steps that no fold changes; or what is wrong with these steps.
   */
  public static Checked<PreparationEngine> of(
      Plan plan, Places places, Frame frame, SampleResult sample) {
    var engine = new PreparationEngine(plan, places, frame, sample);
    var found = engine.preparations.values().stream().flatMap(p -> p.found().stream()).toList();
    return found.stream().anyMatch(Diagnostic::isError)
        ? Checked.failed(found)
        : Checked.of(engine, found);
  }

  @Override
  public Checked<Design> design(ModelSpec modelSpec, Learning learning) {
    var tooSmall = limits(learning);
    if (!tooSmall.isEmpty()) {
      return Checked.failed(tooSmall);
    }
    return preparation(modelSpec.prepare())
        .then(
            prepared ->
                prepared
                    .learn(learning)
                    .then(columns -> assemble(modelSpec, learning, prepared, columns)));
  }

  @Override
  public boolean learnsInFolds(ModelSpec modelSpec) {
    return preparation(modelSpec.prepare())
        .value()
        .map(PreparedColumns::learnsInFolds)
        .orElse(true);
  }

  /**
   * What the steps learnt so far: preparation by preparation, the final fit first, then fold by
   * fold. Of the inner folds of nested validation there is only {@link #insideNested()}.
   */
  public List<TraceEvent> stepEvents() {
    return log.events();
  }

  /** How often steps were learnt in inner folds of nested validation. */
  public long insideNested() {
    return log.insideNested();
  }

  /**
   * One column of the analysis set after the final fit's steps, in a state of its history.
   *
   * @param preparation the preparation's name; none where columns are taken as they stand
   */
  public Checked<List<Double>> values(
      Optional<String> preparation, String name, Product.State state) {
    var everybody = new Learning(sample.analysed(), sample.analysed(), Optional.empty(), "");
    return preparation(preparation)
        .then(
            prepared ->
                prepared
                    .learn(everybody)
                    .then(columns -> one(prepared, everybody, columns, name, state)));
  }

  private Checked<List<Double>> one(
      PreparedColumns prepared,
      Learning learning,
      Map<String, ColumnState> columns,
      String name,
      Product.State state) {
    var run = run(prepared, learning, columns);
    var column = run.numeric(name).flatMap(found -> found.in(state));
    if (column.isEmpty()) {
      run.report(Rule.NOT_IN_STATE, "`" + name + "` has no values of the wanted kind");
      return Checked.failed(run.found());
    }
    var numbers = new Numbers(column.get()).all();
    return Checked.of(
        sample.analysed().stream()
            .map(id -> numbers[names.frame().row(id).orElseThrow()])
            .toList());
  }

  private Checked<Design> assemble(
      ModelSpec modelSpec,
      Learning learning,
      PreparedColumns prepared,
      Map<String, ColumnState> columns) {
    var run = run(prepared, learning, columns);
    run.standAt(UsedSettings.path("models", modelSpec.name()) + ".terms");
    return new DesignColumns(run, modelSpec, sample).design(prepared.preparation());
  }

  private StepRun run(
      PreparedColumns prepared, Learning learning, Map<String, ColumnState> columns) {
    return new StepRun(names, new LearningRows(sample, learning), prepared.path(), columns);
  }

  private Checked<PreparedColumns> preparation(Optional<String> name) {
    var found = preparations.get(name.orElse(NONE.name()));
    return found != null
        ? Checked.of(found)
        : Checked.failed(
            Diagnostic.at(
                names.places().of("prepare"),
                Rule.UNKNOWN_COLUMN,
                "there is no preparation `" + name.orElse("") + "`"));
  }

  @Override
  public List<Diagnostic> limits(Learning learning) {
    var fold = learning.fold();
    var found = new ArrayList<Diagnostic>();
    if (fold.contains("inner")) {
      found.addAll(sizes.limits(Scope.INNER_TRAINING_FOLD, learning.training(), fold));
    } else if (!fold.isEmpty()) {
      found.addAll(sizes.limits(Scope.TRAINING_FOLD, learning.training(), fold));
    }
    return found;
  }
}
