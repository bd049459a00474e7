package org.planlock.deviation;

import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Provenance;
import org.planlock.plan.register.Compute;
import org.planlock.plan.value.VersionBound;
import org.planlock.plan.value.Words;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Finds analyses by another program, or under other rules of execution, than those of the lock. */
final class ChangedToolSemantics implements DeviationDetector {
  private static final String PATH = "compute.engine";

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    var compute = evidence.plan().compute().stated();
    var confirm = compute.flatMap(c -> c.confirm().stated());
    var ours =
        evidence.trace().first(TraceEvents.START).stream()
            .flatMap(
                start ->
                    semantics(start, provenance(evidence))
                        .or(() -> confirming(start, confirm))
                        .or(() -> engine(start, compute, confirm, evidence))
                        .stream());
    var theirs =
        evidence.beside().stream()
            .flatMap(other -> other.first(TraceEvents.START).stream())
            .flatMap(start -> confirming(start, confirm).stream());
    return Stream.concat(ours, theirs);
  }

  private static Optional<Provenance> provenance(Evidence evidence) {
    return evidence.lock().map(PlanLock::statement).map(s -> s.provenance());
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

  /** Whether the analysis is that of the program which is to confirm the numbers. */
  private static boolean isConfirming(TraceEvent start, Optional<Compute.Confirmation> confirm) {
    return confirm
        .map(c -> c.by().text())
        .filter(by -> tool(start, "name").filter(by::equals).isPresent())
        .isPresent();
  }

  private static Optional<Finding> confirming(
      TraceEvent start, Optional<Compute.Confirmation> confirm) {
    var planned = confirm.flatMap(Compute.Confirmation::version);
    return isConfirming(start, confirm)
        ? planned.flatMap(bound -> version("compute.confirm.version", bound, start))
        : Optional.empty();
  }

  private static Optional<Finding> version(String path, VersionBound planned, TraceEvent start) {
    var used = tool(start, "version");
    return used.isEmpty()
        ? Optional.of(new Gap(path, "the `version` of `tool` in the event `start`"))
        : used.filter(version -> !planned.admits(version))
            .map(version -> otherTool(path, said(planned), version, start));
  }

  private static String said(VersionBound planned) {
    return planned.operator().equals("==") ? planned.version() : planned.text();
  }

  private static Optional<Finding> engine(
      TraceEvent start,
      Optional<Compute> compute,
      Optional<Compute.Confirmation> confirm,
      Evidence evidence) {
    var engine = compute.flatMap(c -> c.engine().stated());
    if (engine.isEmpty() || isConfirming(start, confirm)) {
      return Optional.empty();
    }
    var name = tool(start, "name");
    if (name.isEmpty()) {
      return Optional.of(new Gap(PATH, "`tool` with `name` and `version` in the event `start`"));
    }
    if (!name.get().equals(engine.get().name())) {
      return Optional.of(otherTool(PATH + ".name", engine.get().name(), name.get(), start));
    }
    return bound(engine.get(), evidence)
        .flatMap(bound -> version(PATH + ".version", bound, start))
        .or(() -> container(engine.get(), start));
  }

  /** The version that the plan names: that of the lock, or one of its own. */
  private static Optional<VersionBound> bound(Compute.Engine engine, Evidence evidence) {
    var text = engine.version().text();
    return text.equals("of_lock")
        ? provenance(evidence).map(p -> new VersionBound("==", p.tool().version()))
        : VersionBound.parse(text).or(() -> VersionBound.parse("== " + text));
  }

  private static Optional<Finding> container(Compute.Engine engine, TraceEvent start) {
    var used = tool(start, "container");
    return engine
        .container()
        .stated()
        .map(Words::text)
        .filter(planned -> used.filter(c -> !c.equals(planned)).isPresent())
        .map(planned -> otherTool(PATH + ".container", planned, used.orElseThrow(), start));
  }

  private static Optional<String> tool(TraceEvent start, String key) {
    return start.object("tool").flatMap(tool -> tool.text(key));
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
