package org.planlock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.deviation.Deviation;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.execution.Progress;
import org.planlock.execution.result.BranchDifference;
import org.planlock.execution.sample.SampleRequest;
import org.planlock.trace.TraceSink;
import org.planlock.trace.TraceValue;

/**
 * Executes the planned branch beside an execution that deviates, on the same data and by the same
 * rules, and tells how the results differ; and each value that was set, and each participant who
 * was left out, alone.
 *
 * <p>It reads nothing that the execution itself did not, and keeps to the sample size: where only
 * `--early` let the execution go ahead, the planned branch does not run.
 */
final class EffectMeasurement {
  private static final String AGAINST =
      "the locked plan on the same data, without what was set, left out, accepted or called early";

  private final ExecutionOrder order;
  private final Execution done;

  EffectMeasurement(ExecutionOrder order, Execution done) {
    this.order = order;
    this.done = done;
  }

  /** The execution with the effect among its results. */
  Execution measured() {
    var appendix = done.results().appendix();
    return new Execution(
        done.results().with(appendix.with(effect())), done.judgement(), done.evidence());
  }

  /** One thing that was done otherwise. */
  private record Part(String words, Optional<PlanSetting> setting, Optional<String> participant) {
    boolean isSeparable() {
      return setting.isPresent() || participant.isPresent();
    }
  }

  private TraceValue.Fields effect() {
    var parts = parts();
    Map<String, TraceValue> members = new LinkedHashMap<>();
    members.put("against", TraceValue.of(AGAINST));
    members.put("interventions", TraceValue.texts(parts.stream().map(Part::words).toList()));
    if (parts.isEmpty()) {
      return failed(members, "nothing was set, left out or accepted, so there is no other branch");
    }
    var planned = execute("planned branch", List.of(), Map.of());
    if (!planned.isSound()) {
      return failed(members, "the planned branch does not run: " + why(planned));
    }
    members.put("executed", TraceValue.of(true));
    members.put("together", difference(planned.orThrow(), done));
    members.put("alone", TraceValue.items(alone(parts, planned.orThrow())));
    return new TraceValue.Fields(members);
  }

  private static TraceValue.Fields failed(Map<String, TraceValue> members, String because) {
    members.put("executed", TraceValue.of(false));
    members.put("because", TraceValue.of(because));
    return new TraceValue.Fields(members);
  }

  private static String why(Checked<Execution> stopped) {
    return stopped.diagnostics().stream()
        .filter(Diagnostic::isError)
        .map(finding -> finding.message() + " (" + finding.rule().code() + ")")
        .collect(Collectors.joining("; "));
  }

  private static TraceValue.Fields difference(Execution planned, Execution other) {
    return new BranchDifference(planned.results(), other.results()).fields();
  }

  private List<TraceValue.Fields> alone(List<Part> parts, Execution planned) {
    var found = new ArrayList<TraceValue.Fields>();
    for (var part : parts) {
      if (part.isSeparable()) {
        found.add(alone(part, parts.size() == 1, planned));
      }
    }
    return found;
  }

  private TraceValue.Fields alone(Part part, boolean isAll, Execution planned) {
    Map<String, TraceValue> members = new LinkedHashMap<>();
    members.put("intervention", TraceValue.of(part.words()));
    part.participant().ifPresent(id -> members.put("participant", TraceValue.of(id)));
    var branch =
        isAll
            ? Checked.of(done)
            : execute(
                part.words(),
                part.setting().stream().toList(),
                part.participant()
                    .map(id -> Map.of(id, order.sample().excluded().getOrDefault(id, "")))
                    .orElse(Map.of()));
    if (!branch.isSound()) {
      return failed(members, why(branch));
    }
    members.put("paths", TraceValue.texts(paths(planned, branch.orThrow())));
    members.put("executed", TraceValue.of(true));
    members.put("difference", difference(planned, branch.orThrow()));
    return new TraceValue.Fields(members);
  }

  /** Where the branch deviates and the planned one does not. */
  private static List<String> paths(Execution planned, Execution branch) {
    var both = planned.judgement().deviations().stream().map(Deviation::path).toList();
    return branch.judgement().deviations().stream()
        .map(Deviation::path)
        .filter(path -> !both.contains(path))
        .distinct()
        .toList();
  }

  private List<Part> parts() {
    var settings =
        order.settings().stream()
            .filter(setting -> !setting.isChoice())
            .map(
                setting ->
                    new Part(
                        "set " + setting.path() + " = " + setting.text(),
                        Optional.of(setting),
                        Optional.empty()));
    var excluded =
        order.sample().excluded().keySet().stream()
            .map(id -> new Part("left out " + id, Optional.empty(), Optional.of(id)));
    var accepted =
        order.accepted().keySet().stream()
            .sorted()
            .map(column -> new Part("accepted " + column, Optional.empty(), Optional.empty()));
    var early =
        order.sample().early().stream()
            .map(why -> new Part("executed early", Optional.empty(), Optional.empty()));
    return Stream.of(settings, excluded, accepted, early).flatMap(all -> all).toList();
  }

  /** The same order with the open choices and these deviations alone. */
  private Checked<Execution> execute(
      String stage, List<PlanSetting> changed, Map<String, String> excluded) {
    var settings =
        order.settings().stream()
            .filter(setting -> setting.isChoice() || changed.contains(setting))
            .toList();
    var branch =
        new ExecutionOrder(
            order.plan(),
            order.lock(),
            order.data(),
            settings,
            new SampleRequest(excluded, Optional.empty()),
            Map.of(),
            order.declared(),
            order.exploratory(),
            order.threads(),
            named(stage),
            order.access(),
            order.foreknowledge());
    return new ExecutionCourse(branch).execute(TraceSink.nowhere(), stage);
  }

  private Progress named(String stage) {
    return (model, part, total) -> order.progress().advanced(stage + ", " + model, part, total);
  }
}
