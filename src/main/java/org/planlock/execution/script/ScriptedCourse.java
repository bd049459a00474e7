package org.planlock.execution.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.execution.conduct.ExecutionRequest;
import org.planlock.execution.conduct.PlanExecutor;
import org.planlock.execution.conduct.PreparedSample;
import org.planlock.execution.conduct.Stages;
import org.planlock.execution.result.ModelResult;
import org.planlock.execution.result.Results;
import org.planlock.execution.sample.Frame;
import org.planlock.execution.sample.SampleResult;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.prepare.Preparation;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceSink;
import org.planlock.trace.TraceValue;

/** Where a script stands in its analysis, and what comes next. */
final class ScriptedCourse {
  private final Script script;
  private final ScriptPlaces places;
  private final OutOfOrder outOfOrder;
  private final List<Diagnostic> found = new ArrayList<>();
  private final Set<Diagnostic> foundByFits = new LinkedHashSet<>();
  private final Map<String, ModelResult> fitted = new LinkedHashMap<>();
  private final TakenSteps steps;
  private ExecutionRequest request;
  private Stages stages;
  private @Nullable Frame frame;
  private @Nullable SampleResult sample;
  private @Nullable PreparedSample prepared;
  private @Nullable StoppedException stopped;
  private boolean isShown;
  private boolean isEnded;

  ScriptedCourse(ScriptBasis basis, Script script, ScriptPlaces places) {
    this.script = script;
    this.places = places;
    this.outOfOrder = new OutOfOrder(places);
    this.request = basis.request().tracedTo(new ScriptTrace(basis.request().sink(), script));
    this.stages = Stages.of(request);
    this.steps = new TakenSteps(request.plan());
  }

  void begin() {
    var obstacles = stages.obstacles();
    if (!obstacles.isEmpty()) {
      throw stop(new StoppedException(obstacles));
    }
    stages.begin();
  }

  ScriptPlaces places() {
    return places;
  }

  /** Once stopped it stays so, whoever catches the exception. */
  StoppedException stop(StoppedException why) {
    if (stopped == null) {
      stopped = new StoppedException(told(why.diagnostics()));
    }
    return stopped;
  }

  private List<Diagnostic> told(List<Diagnostic> why) {
    var placed = PlanExecutor.placed(request.plan(), why);
    return isShown ? AfterALook.of(placed) : placed;
  }

  void requireOpen() {
    if (stopped != null) {
      throw stopped;
    }
    if (isEnded) {
      throw new IllegalStateException("the analysis has ended");
    }
  }

  void sample(Consumer<ExtraExclusions> words) {
    requireOpen();
    if (sample != null) {
      throw stop(outOfOrder.again("sample"));
    }
    var read = sound(stages.read());
    frame = read;
    // whoever may not analyse yet is not to see a value either
    looked(Stages.of(request.tracedTo(TraceSink.nowhere())).select(read));
    isShown = true;
    var extra = new ExtraExclusions(rows(read).of(read.participants()), places);
    try {
      words.accept(extra);
    } catch (StoppedException why) {
      throw stop(why);
    }
    if (!extra.reasons().isEmpty()) {
      request = request.with(request.sample().scripted(extra.reasons()));
      stages = Stages.of(request);
    }
    sample = sound(stages.select(read));
  }

  void prepare() {
    requireOpen();
    if (!steps.isEmpty() || prepared != null) {
      throw stop(outOfOrder.again("prepare"));
    }
    TakenSteps.registered(request.plan()).forEach(steps::add);
    prepareNow();
  }

  void step(Optional<String> preparation, int number) {
    requireOpen();
    if (prepared != null) {
      throw stop(outOfOrder.again("prepare"));
    }
    var known = request.plan().plan().prepare().orElse(List.of());
    var name = preparation.or(() -> known.size() == 1 ? only(known) : Optional.empty());
    var step = new TakenSteps.Taken(name.orElse(""), number);
    if (!TakenSteps.registered(request.plan()).contains(step)) {
      throw stop(outOfOrder.unknownStep(request.plan(), step));
    }
    if (steps.has(step)) {
      throw stop(outOfOrder.again("step " + number));
    }
    steps.add(step);
  }

  private static Optional<String> only(List<Preparation> known) {
    return known.stream().map(Preparation::name).findFirst();
  }

  ModelResult fit(String model) {
    requireOpen();
    var spec = specs(request.plan()).stream().filter(one -> one.name().equals(model)).findFirst();
    if (spec.isEmpty()) {
      throw stop(outOfOrder.unknownModel(request.plan(), model));
    }
    if (fitted.containsKey(model)) {
      throw stop(outOfOrder.again("fit '" + model + "'"));
    }
    return kept(forFit().fit(spec.get()));
  }

  ModelResult fit(String name, String extending, Map<String, ?> changes, Optional<String> because) {
    requireOpen();
    var known = specs(request.plan()).stream().map(ModelSpec::name).toList();
    if (!known.contains(extending)) {
      throw stop(outOfOrder.unknownModel(request.plan(), extending));
    }
    if (known.contains(name) || fitted.containsKey(name)) {
      throw stop(outOfOrder.nameTaken(name, known.contains(name)));
    }
    var sampled = forFit();
    var placed = new ModelWords(request.plan(), extending, places).placed(changes);
    var unplanned = new UnplannedModel(name, extending, placed, because);
    var wider = placedHere(unplanned.in(request.plan()));
    var values = new LinkedHashMap<String, TraceValue>();
    placed.forEach((path, node) -> values.put(path, TraceValue.of(TreeValues.text(node))));
    request.sink().record(unplanned.event(values));
    var spec = specs(wider).get(specs(wider).size() - 1);
    return kept(sampled.fitUnplanned(wider, spec));
  }

  private BoundPlan placedHere(Checked<BoundPlan> wider) {
    if (wider.isSound()) {
      return wider.orThrow();
    }
    throw stop(new StoppedException(wider.diagnostics()));
  }

  void skip(String path, String because) {
    requireOpen();
    request
        .sink()
        .record(TraceEvent.of(TraceEvents.SKIPPED).with("path", path).with("because", because));
  }

  List<TraceEvent> steps() {
    return prepared == null ? List.of() : prepared.steps();
  }

  List<Participant> analysed() {
    requireOpen();
    return rows(sampledFrame()).of(sampled().analysed());
  }

  List<String> columns() {
    requireOpen();
    return rows(sampledFrame()).columns();
  }

  List<String> columnsIfRead() {
    return frame == null ? List.of() : rows(frame).columns();
  }

  List<Double> column(String name) {
    return analysed().stream()
        .map(one -> one.isMissing(name) ? Double.NaN : one.number(name))
        .toList();
  }

  List<Double> prepared(Optional<String> preparation, String name) {
    requireOpen();
    if (prepared == null) {
      throw stop(outOfOrder.first("prepared", "prepare()"));
    }
    var known = request.plan().plan().prepare().orElse(List.of());
    return looked(
        prepared.values(preparation.or(() -> known.size() == 1 ? only(known) : preparation), name));
  }

  /** All that rests on the steps that were taken. */
  Checked<Results> finish() {
    if (stopped != null) {
      throw stopped;
    }
    isEnded = true;
    if (sample == null) {
      sample = sound(stages.select(readOnce()));
    }
    if (prepared == null) {
      prepareNow();
    }
    found.addAll(foundByFits);
    var order = specs(request.plan()).stream().map(ModelSpec::name).toList();
    var models =
        fitted.values().stream()
            .sorted(
                Comparator.comparingInt(
                    model ->
                        order.contains(model.name()) ? order.indexOf(model.name()) : order.size()))
            .toList();
    var main = java.util.Objects.requireNonNull(prepared).conclude(models).after(found);
    var whole = PlanExecutor.complete(stages, main);
    return whole.isSound() || !isShown ? whole : Checked.failed(AfterALook.of(whole.diagnostics()));
  }

  private Frame readOnce() {
    if (frame == null) {
      frame = sound(stages.read());
    }
    return frame;
  }

  private void prepareNow() {
    var chosen = sound(steps.inPlan());
    if (!chosen.equals(request.plan())) {
      request = request.with(chosen);
      stages = Stages.of(request);
    }
    prepared = sound(stages.prepare(sampledFrame(), sampled()));
  }

  private PreparedSample forFit() {
    if (prepared == null) {
      if (steps.isEmpty() && !TakenSteps.registered(request.plan()).isEmpty()) {
        throw stop(outOfOrder.first("fit", "prepare()"));
      }
      prepareNow();
    }
    return java.util.Objects.requireNonNull(prepared);
  }

  private SampleResult sampled() {
    if (sample == null) {
      throw stop(outOfOrder.first("prepare", "sample()"));
    }
    return sample;
  }

  private Frame sampledFrame() {
    sampled();
    return java.util.Objects.requireNonNull(frame);
  }

  private ModelResult kept(Checked<ModelResult> result) {
    if (!result.isSound()) {
      throw stop(new StoppedException(result.diagnostics()));
    }
    foundByFits.addAll(result.diagnostics());
    fitted.put(result.orThrow().name(), result.orThrow());
    return result.orThrow();
  }

  private Rows rows(Frame all) {
    return new Rows(request.plan(), all, script);
  }

  private <T> T sound(Checked<T> checked) {
    found.addAll(checked.diagnostics());
    return looked(checked);
  }

  /** The value of a look that leaves no finding behind. */
  private <T> T looked(Checked<T> checked) {
    if (!checked.isSound()) {
      throw stop(new StoppedException(checked.diagnostics()));
    }
    return checked.orThrow();
  }

  private static List<ModelSpec> specs(BoundPlan plan) {
    return plan.plan().models().orElse(List.of());
  }
}
