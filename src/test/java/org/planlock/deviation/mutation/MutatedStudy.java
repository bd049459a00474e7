package org.planlock.deviation.mutation;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.planlock.DataAccess;
import org.planlock.ExecutionOrder;
import org.planlock.PlanSetting;
import org.planlock.Planlock;
import org.planlock.deviation.DeclaredDeviations;
import org.planlock.deviation.Evidence;
import org.planlock.deviation.Foreknowledge;
import org.planlock.execution.Progress;
import org.planlock.execution.sample.SampleRequest;
import org.planlock.lock.PlanLock;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.PlanBinder;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;
import org.planlock.syntax.TreeText;
import org.planlock.syntax.yaml.YamlPlanReader;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceMemory;
import org.planlock.trace.TraceSink;

/** A plan and its data, small enough to be executed some hundred times. */
final class MutatedStudy {
  static final Path FOLDER = Path.of("src/test/resources/mutation");

  /** What a plan can register and no execution here carries out. */
  private static final List<String> TOLD_BY_OTHERS =
      List.of(
          "measures",
          "data.pipelines",
          "contingency",
          "sensitivity",
          "inference.nulls",
          "inference.residuals",
          "inference.p",
          "inference.multiplicity");

  private static final Map<String, MutatedStudy> READ = new ConcurrentHashMap<>();

  private final String name;
  private final BoundPlan plan;
  private final BoundPlan executable;
  private final PlanLock lock;
  private final Trace trace;

  private MutatedStudy(String name) {
    this.name = name;
    var read = Planlock.read(FOLDER.resolve(name + ".plan.yaml")).orThrow();
    this.plan = read.bound();
    this.executable = PlanBinder.bind(carriedOut(plan.canonical())).orThrow();
    this.lock = Relocked.of(plan, FOLDER);
    this.trace = executed(List.of()).orElseThrow();
  }

  static MutatedStudy of(String name) {
    return READ.computeIfAbsent(name, MutatedStudy::new);
  }

  String name() {
    return name;
  }

  /** The plan as it is registered. */
  BoundPlan plan() {
    return plan;
  }

  /** The plan without what other programs have to carry out. */
  BoundPlan executable() {
    return executable;
  }

  PlanLock lock() {
    return lock;
  }

  /** The trace of an analysis that keeps to the plan. */
  Trace trace() {
    return trace;
  }

  /** A trace beside the plan, whose lock it says to follow. */
  Evidence evidence(Trace other) {
    return new Evidence(plan, Optional.of(lock), other);
  }

  /** The same trace as one that says to follow the study's lock. */
  Trace claimed(Trace other) {
    return Relocked.claiming(OtherTools.told(plan, other), lock);
  }

  /** The plan with another value, if that is a plan and not the same. */
  static Optional<BoundPlan> with(BoundPlan bound, String path, String yaml) {
    return TreePaths.set(bound.canonical(), path, value(yaml))
        .value()
        .flatMap(tree -> PlanBinder.bind(tree).value())
        .filter(other -> !other.canonical().sameAs(bound.canonical()));
  }

  /** The trace of an execution with other values, of which it does not tell, if it can be. */
  Optional<Trace> executed(List<PlanSetting> settings) {
    var memory = new TraceMemory();
    var order = order(executable, Optional.empty(), settings, SampleRequest.AS_PLANNED, Map.of());
    return Planlock.execute(order, memory, "trace.jsonl")
        .value()
        .map(done -> claimed(memory.trace("trace.jsonl")));
  }

  /** What an execution itself reports where somebody says something on top of the plan. */
  Optional<List<String>> overridden(
      List<PlanSetting> settings, SampleRequest sample, Map<String, String> accepted) {
    var locked = Relocked.of(executable, FOLDER);
    return Planlock.execute(
            order(executable, Optional.of(locked), settings, sample, accepted),
            TraceSink.nowhere(),
            "trace.jsonl")
        .value()
        .map(done -> Mutant.found(done.judgement().deviations(), done.judgement().gaps()));
  }

  private static ExecutionOrder order(
      BoundPlan bound,
      Optional<PlanLock> lock,
      List<PlanSetting> settings,
      SampleRequest sample,
      Map<String, String> accepted) {
    return new ExecutionOrder(
        bound,
        lock,
        FOLDER,
        settings,
        sample,
        accepted,
        DeclaredDeviations.NONE,
        false,
        1,
        Progress.silent(),
        DataAccess.PLAIN,
        Foreknowledge.NONE);
  }

  private static PlanNode.Mapping carriedOut(PlanNode.Mapping canonical) {
    var tree = canonical;
    for (var path : TOLD_BY_OTHERS) {
      if (TreePaths.get(tree, path).value().isPresent()) {
        tree = TreePaths.set(tree, path, value("{not_applicable: others}")).orThrow();
      }
    }
    var rules = TreePaths.get(tree, "sample.rules").value();
    if (rules.isPresent() && rules.get() instanceof PlanNode.Sequence list) {
      var kept =
          list.items().stream().filter(rule -> !TreeText.of(rule).contains("drop_run")).toList();
      tree =
          TreePaths.set(tree, "sample.rules", new PlanNode.Sequence(kept, Span.none("rules")))
              .orThrow();
    }
    return tree;
  }

  static PlanNode value(String yaml) {
    return new YamlPlanReader()
        .read(SourceFile.of("m.plan.yaml", "value: " + yaml))
        .orThrow()
        .get("value")
        .orElseThrow();
  }

  /** The plan with one value otherwise. */
  record Edit(String path, String value, BoundPlan plan) {}

  /** Every such plan; or one for each part of a kind, with the first value that makes a plan. */
  static Stream<Edit> others(BoundPlan bound, boolean every) {
    Set<String> parts = new HashSet<>();
    return TreePaths.entries(bound.canonical()).entrySet().stream()
        .filter(entry -> Executions.isOneValue(entry.getKey()))
        .filter(entry -> every || !parts.contains(Part.of(entry.getKey())))
        .flatMap(
            entry -> {
              var edits =
                  OtherValues.of(entry.getKey(), entry.getValue()).stream()
                      .flatMap(
                          value ->
                              with(bound, entry.getKey(), value)
                                  .map(other -> new Edit(entry.getKey(), value, other))
                                  .stream());
              var found = (every ? edits : edits.limit(1)).toList();
              found.forEach(edit -> parts.add(Part.of(edit.path())));
              return found.stream();
            });
  }

  /** Whether the trace tells which value stands at a place. */
  boolean isRecorded(String path) {
    return !trace.ofType(TraceEvents.SETTING, "path", path).isEmpty();
  }

  /** The names of those who are analysed. */
  Set<String> analysed() {
    return Set.copyOf(trace.first("sample").flatMap(e -> e.texts("ids")).orElseThrow());
  }
}
