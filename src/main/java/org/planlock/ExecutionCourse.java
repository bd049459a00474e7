package org.planlock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.planlock.deviation.AmendmentFields;
import org.planlock.deviation.DeclaredDeviations;
import org.planlock.deviation.Deviation;
import org.planlock.deviation.DeviationFields;
import org.planlock.deviation.Evidence;
import org.planlock.deviation.Foreknowledge;
import org.planlock.deviation.Judgement;
import org.planlock.deviation.Labels;
import org.planlock.deviation.LockStanding;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.execution.Places;
import org.planlock.execution.conduct.ExecutionRequest;
import org.planlock.execution.conduct.PlanExecutor;
import org.planlock.execution.conduct.Registered;
import org.planlock.execution.readiness.OpenChoice;
import org.planlock.execution.readiness.OpenChoices;
import org.planlock.execution.readiness.Support;
import org.planlock.execution.result.Appendix;
import org.planlock.execution.result.Bindings;
import org.planlock.execution.result.Results;
import org.planlock.execution.sample.DataRequest;
import org.planlock.execution.sample.SampleCount;
import org.planlock.execution.sample.SampleCounting;
import org.planlock.execution.script.Script;
import org.planlock.execution.script.ScriptBasis;
import org.planlock.execution.script.TracedAnalysis;
import org.planlock.lock.PlanDigest;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Sha256;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceMemory;
import org.planlock.trace.TraceSink;

/** Carries out an order: readiness, execution, and the comparison of plan and trace. */
final class ExecutionCourse {
  private final ExecutionOrder order;

  ExecutionCourse(ExecutionOrder order) {
    this.order = order;
  }

  /** What the plan leaves open although its execution needs it. */
  Checked<List<OpenChoice>> open() {
    return EffectivePlan.of(order.plan(), order.settings())
        .map(effective -> OpenChoices.of(effective.plan().plan()));
  }

  /** Everything that stops an execution before anything is read. */
  Checked<EffectivePlan> ready() {
    return EffectivePlan.of(order.plan(), order.settings()).then(ExecutionCourse::ready);
  }

  /** What can be told without a word on any outcome. */
  Checked<SampleCount> count() {
    return EffectivePlan.of(order.plan(), order.settings())
        .then(
            effective ->
                new SampleCounting(
                        effective.plan().plan(),
                        new Places(effective.plan()),
                        data(),
                        order.sample().early())
                    .read());
  }

  Checked<Execution> execute(TraceSink sink, String traceName) {
    return EffectivePlan.of(order.plan(), order.settings())
        .then(ExecutionCourse::ready)
        .then(effective -> conducted(effective, sink, traceName));
  }

  /** The same where a script takes the steps. */
  Checked<Execution> analyse(
      Script script, TraceSink sink, String traceName, Consumer<List<Deviation>> told) {
    return EffectivePlan.of(order.plan(), order.settings())
        .then(ExecutionCourse::ready)
        .then(effective -> scripted(effective, script, sink, traceName, told));
  }

  private Checked<Execution> scripted(
      EffectivePlan effective,
      Script script,
      TraceSink sink,
      String name,
      Consumer<List<Deviation>> told) {
    var memory = new TraceMemory();
    var basis =
        new ScriptBasis(
            request(effective, both(memory, sink)),
            order.plan(),
            order.lock(),
            order.foreknowledge(),
            order.declared(),
            script.digest(),
            told);
    return TracedAnalysis.carryOut(basis, script, memory)
        .map(
            done ->
                concluded(
                    done.results(), memory.trace(name), done.declared(), done.foreknowledge()));
  }

  private static Checked<EffectivePlan> ready(EffectivePlan effective) {
    var places = new Places(effective.plan());
    var plan = effective.plan().plan();
    List<Diagnostic> found = new ArrayList<>(Support.check(plan, places));
    found.addAll(OpenChoices.refusals(OpenChoices.of(plan), places));
    return Checked.of(effective, found);
  }

  private Checked<Execution> conducted(EffectivePlan effective, TraceSink sink, String name) {
    var memory = new TraceMemory();
    return PlanExecutor.execute(request(effective, both(memory, sink)))
        .map(
            results ->
                concluded(results, memory.trace(name), order.declared(), order.foreknowledge()));
  }

  private TraceSink both(TraceMemory memory, TraceSink sink) {
    TraceSink told = order.access().blind().isPresent() ? new BlindTrace(sink) : sink;
    return event -> {
      memory.record(event);
      told.record(event);
    };
  }

  private ExecutionRequest request(EffectivePlan effective, TraceSink sink) {
    return new ExecutionRequest(
        effective.plan(),
        registered(),
        data(),
        order.sample(),
        effective.interventions(),
        order.exploratory(),
        order.threads(),
        order.progress(),
        sink);
  }

  private DataRequest data() {
    return new DataRequest(order.data(), order.accepted(), locked(), order.access().memory());
  }

  private Registered registered() {
    return new Registered(
        PlanDigest.of(order.plan().canonical()).orThrow(),
        order.lock().map(PlanLock::sha256),
        Planlock.TOOL,
        Planlock.SEMANTICS);
  }

  private Map<String, String> locked() {
    var digests = new LinkedHashMap<String, String>();
    order.lock().stream()
        .flatMap(lock -> lock.statement().tables().stream())
        .forEach(
            table ->
                table
                    .fingerprint()
                    .ifPresent(print -> digests.put(table.path(), print.sha256().hex())));
    return digests;
  }

  private Execution concluded(
      Results results, Trace trace, DeclaredDeviations declared, Foreknowledge known) {
    var evidence = new Evidence(order.plan(), order.lock(), trace, known);
    var judgement = Judgement.of(evidence, declared, LockStanding.INTACT);
    var amendments = AmendmentFields.of(evidence, judgement);
    var told =
        results
            .concluded(
                judgement.verdict().name(),
                judgement.labels().overall().word(),
                labels(judgement.labels()),
                DeviationFields.of(judgement))
            .bound(bindings(trace))
            .with(
                new Appendix(
                    DeviationFields.gaps(judgement),
                    DeviationFields.notFound(judgement),
                    amendments.all(),
                    amendments.lockedLate(),
                    Optional.empty()));
    return new Execution(
        order.access().blind().isPresent() ? told.blinded() : told, judgement, evidence);
  }

  private Bindings bindings(Trace trace) {
    var access = order.access();
    return new Bindings(
        trace.ofType(TraceEvents.DATA).stream().map(ExecutionCourse::file).toList(),
        access.releases().stream().map(Sha256::toString).toList(),
        access.known(),
        access.blind(),
        access.ledger().map(head -> new Bindings.LedgerHead(head.size(), head.root().hex())));
  }

  private static Bindings.DataFile file(TraceEvent event) {
    return new Bindings.DataFile(
        event.text("path").orElse(""),
        event.text("sha256").orElse(""),
        event.number("bytes").orElse(0.0).longValue(),
        event.truth("sealed").orElse(false));
  }

  private static Map<String, Results.Label> labels(Labels labels) {
    var byId = new LinkedHashMap<String, Results.Label>();
    labels
        .hypotheses()
        .forEach(of -> byId.put(of.name(), new Results.Label(of.label().word(), of.labelLostTo())));
    return byId;
  }
}
