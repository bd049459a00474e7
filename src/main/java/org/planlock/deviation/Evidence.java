package org.planlock.deviation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.lock.PlanDigest;
import org.planlock.lock.PlanLock;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.Plan;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Penalty;
import org.planlock.plan.prepare.Preparation;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceFields;

/** What detectors compare: the locked plan, its lock, and the trace of an analysis. */
public final class Evidence {
  private final BoundPlan bound;
  private final Optional<PlanLock> lock;
  private final Trace trace;
  private final PlanPaths paths;
  private final Near near;
  private final SampleTrail sample;
  private final UsedValues usedValues;
  private final Foreknowledge foreknowledge;
  private final Optional<Trace> beside;
  private final Optional<Reported> reported;

  /**
   * The evidence for one analysis.
   *
   * @param bound the plan as the lock holds it, with the places of its source where that is known
   * @param lock none where the plan was never locked
   */
  public Evidence(BoundPlan bound, Optional<PlanLock> lock, Trace trace) {
    this(bound, lock, trace, Foreknowledge.NONE);
  }

  /**
   * The same where something could be known before the plan was fixed.
   *
   * @param bound the plan as the lock holds it, with the places of its source where that is known
   * @param lock none where the plan was never locked
   * @param foreknowledge what the study's ledger says of that
   */
  public Evidence(
      BoundPlan bound, Optional<PlanLock> lock, Trace trace, Foreknowledge foreknowledge) {
    this(bound, lock, trace, foreknowledge, Optional.empty(), Optional.empty());
  }

  private Evidence(
      BoundPlan bound,
      Optional<PlanLock> lock,
      Trace trace,
      Foreknowledge foreknowledge,
      Optional<Trace> beside,
      Optional<Reported> reported) {
    this.beside = beside;
    this.reported = reported;
    this.foreknowledge = foreknowledge;
    this.bound = bound;
    this.lock = lock;
    this.trace = trace;
    this.paths = new PlanPaths(bound);
    this.near = Near.of(bound.plan());
    this.sample = new SampleTrail(bound, trace, paths);
    this.usedValues = new UsedValues(bound.canonical(), trace);
  }

  /** The locked plan. */
  public Plan plan() {
    return bound.plan();
  }

  /** The lock, if the plan was locked. */
  public Optional<PlanLock> lock() {
    return lock;
  }

  /** What the analysis recorded. */
  public Trace trace() {
    return trace;
  }

  /** The same beside the trace of another analysis of the plan, whose numbers must be the same. */
  public Evidence beside(Trace other) {
    return new Evidence(bound, lock, trace, foreknowledge, Optional.of(other), reported);
  }

  /** The same with a results file, which must tell what plan and trace come to. */
  public Evidence reporting(Reported results) {
    return new Evidence(bound, lock, trace, foreknowledge, beside, Optional.of(results));
  }

  /** The same without a results file and without another analysis. */
  Evidence alone() {
    return new Evidence(bound, lock, trace, foreknowledge);
  }

  List<OnTrust> onTrust() {
    return OnTrust.of(bound);
  }

  Optional<Reported> reported() {
    return reported;
  }

  /** The digest of the plan, as traces and results name it. */
  Optional<String> planDigest() {
    return lock.map(PlanLock::planDigest)
        .or(() -> PlanDigest.of(bound.canonical()).value())
        .map(PlanDigest::toString);
  }

  Optional<Trace> beside() {
    return beside;
  }

  Foreknowledge foreknowledge() {
    return foreknowledge;
  }

  /** The names of places in the plan. */
  public PlanPaths paths() {
    return paths;
  }

  Near near() {
    return near;
  }

  SampleTrail sample() {
    return sample;
  }

  UsedValues usedValues() {
    return usedValues;
  }

  PlannedTerms terms() {
    return new PlannedTerms(plan(), trace);
  }

  List<ModelSpec> models() {
    return plan().models().orElse(List.of());
  }

  Map<String, ModelSpec> modelsByName() {
    Map<String, ModelSpec> byName = new LinkedHashMap<>();
    models().forEach(spec -> byName.put(spec.name(), spec));
    return byName;
  }

  List<Preparation> preparations() {
    return plan().prepare().orElse(List.of());
  }

  /** The first event of a type about a model. */
  Optional<TraceEvent> first(String type, String modelName) {
    return of(type, modelName).stream().findFirst();
  }

  /** All events of a type about a model. */
  List<TraceEvent> of(String type, String modelName) {
    return trace.ofType(type, "model", modelName);
  }

  /** The program that carried out the analysis, as it calls itself. */
  Optional<String> toolName() {
    return trace
        .first(TraceEvents.START)
        .flatMap(start -> start.object("tool"))
        .flatMap(tool -> tool.text("name"));
  }

  /** Whether the trace says anything of a model. */
  boolean mentions(String modelName) {
    return trace.events().stream()
        .filter(event -> !event.type().equals(TraceEvents.UNPLANNED))
        .anyMatch(event -> event.text("model").filter(modelName::equals).isPresent());
  }

  /** The folds of a model in one of its loops. */
  List<TraceEvent> folds(String modelName, String loop) {
    return of(TraceEvents.FOLDS, modelName).stream()
        .filter(event -> event.text("loop").orElse("validate").equals(loop))
        .toList();
  }

  /** Whether a model chooses its penalty from a grid. */
  static boolean isTuned(ModelSpec spec) {
    return spec.penalty()
        .stated()
        .filter(penalty -> penalty.family() == Penalty.Family.ELASTIC_NET)
        .isPresent();
  }

  /** The text of a field, in whichever type it was recorded: folds may be numbers or words. */
  static Optional<String> word(TraceFields fields, String name) {
    return fields.value(name).map(ValueText::of).filter(text -> !text.equals("nothing"));
  }
}
