package org.planlock.deviation;

import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Provenance;
import org.planlock.plan.register.Compute;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceFields;
import org.planlock.trace.TraceValue;

/** Finds analyses by another program, or under other rules of execution, than those of the lock. */
final class ChangedToolSemantics implements DeviationDetector {
  private static final String PATH = "compute.engine";

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    var start = evidence.trace().first(TraceEvents.START);
    var provenance = evidence.lock().map(PlanLock::statement).map(s -> s.provenance());
    var engine = evidence.plan().compute().stated().flatMap(c -> c.engine().stated());
    var confirming =
        evidence
            .plan()
            .compute()
            .stated()
            .flatMap(c -> c.confirm().stated())
            .map(c -> c.by().text());
    return start.stream()
        .flatMap(
            event ->
                semantics(event, provenance)
                    .or(() -> tool(event, engine, confirming, provenance))
                    .stream());
  }

  private static Optional<Finding> semantics(TraceEvent start, Optional<Provenance> provenance) {
    var used = start.number("semantics");
    return provenance
        .map(Provenance::semantics)
        .filter(locked -> used.isPresent() && used.get() != locked.doubleValue())
        .map(
            locked ->
                Deviation.of(
                        Rule.CHANGED_TOOL_SEMANTICS,
                        PATH,
                        DeviationSeverity.S2,
                        "the analysis follows rules of execution "
                            + ValueText.of(TraceValue.of(used.orElseThrow()))
                            + ", the lock is from "
                            + locked)
                    .values(TraceValue.of(locked.doubleValue()), TraceValue.of(used.orElseThrow()))
                    .at(start)
                    .note("under other rules the same plan may give other numbers")
                    .help("use the version that wrote the lock"));
  }

  private static Optional<Finding> tool(
      TraceEvent start,
      Optional<Compute.Engine> engine,
      Optional<String> confirming,
      Optional<Provenance> provenance) {
    var tool = start.object("tool");
    var name = tool.flatMap(t -> t.text("name"));
    var planned = engine.map(Compute.Engine::name);
    if (name.isPresent() && name.equals(confirming)) {
      return Optional.empty();
    }
    if (planned.isPresent() && name.filter(n -> !n.equals(planned.get())).isPresent()) {
      return Optional.of(otherTool(PATH + ".name", planned.get(), name.get(), start));
    }
    var version = tool.flatMap((TraceFields t) -> t.text("version"));
    return engine
        .filter(e -> e.version().text().equals("of_lock"))
        .flatMap(e -> provenance)
        .map(p -> p.tool().version())
        .filter(locked -> version.filter(v -> !v.equals(locked)).isPresent())
        .map(locked -> otherTool(PATH + ".version", locked, version.orElseThrow(), start));
  }

  private static Finding otherTool(String path, String planned, String used, TraceEvent start) {
    return Deviation.of(
            Rule.CHANGED_TOOL_SEMANTICS,
            path,
            DeviationSeverity.S2,
            "the analysis was made with `" + used + "`, registered was `" + planned + "`")
        .values(planned, used)
        .at(start)
        .help("use the registered program");
  }
}
