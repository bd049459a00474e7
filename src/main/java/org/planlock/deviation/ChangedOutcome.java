package org.planlock.deviation;

import java.util.List;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.prepare.Variable;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;

/** Finds models that explain another outcome than the registered one, or one formed otherwise. */
final class ChangedOutcome implements DeviationDetector {
  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return evidence.models().stream()
        .filter(spec -> evidence.mentions(spec.name()))
        .flatMap(spec -> spec.outcome().stated().stream().flatMap(o -> judge(spec, o, evidence)));
  }

  private static Stream<Finding> judge(ModelSpec spec, String outcome, Evidence evidence) {
    var designs = evidence.of(TraceEvents.DESIGN, spec.name());
    var path = PlanPaths.model(spec.name(), "outcome");
    if (designs.isEmpty()) {
      return isSaid(path, evidence)
          ? Stream.empty()
          : Stream.of(new Gap(path, "the event `design` with its `outcome`"));
    }
    var other =
        designs.stream()
            .filter(e -> e.text("outcome").filter(outcome::equals).isEmpty())
            .findFirst();
    return other.isPresent()
        ? Stream.of(otherOutcome(spec, outcome, other.get()))
        : designs.stream().flatMap(design -> formula(spec, outcome, design, evidence)).limit(1);
  }

  private static boolean isSaid(String path, Evidence evidence) {
    return !evidence.trace().ofType(TraceEvents.SETTING, "path", path).isEmpty();
  }

  private static Finding otherOutcome(ModelSpec spec, String outcome, TraceEvent design) {
    var used = design.text("outcome").orElse("nothing");
    return Deviation.of(
            Rule.CHANGED_OUTCOME,
            PlanPaths.model(spec.name(), "outcome"),
            DeviationSeverity.S4,
            "`" + spec.name() + "` explains `" + used + "`, registered was `" + outcome + "`")
        .values(outcome, used)
        .at(design)
        .inModel(spec.name())
        .note("an outcome chosen after the data are seen can always be one that fits")
        .help("execute the plan as locked");
  }

  private static Stream<Finding> formula(
      ModelSpec spec, String outcome, TraceEvent design, Evidence evidence) {
    return evidence.plan().variables().orElse(List.of()).stream()
        .filter(variable -> variable.name().equals(outcome))
        .flatMap(
            variable ->
                design.text("outcomeFormula").stream()
                    .filter(used -> !bare(used).equals(bare(variable.value().text())))
                    .map(used -> otherFormula(spec, variable, used, design)));
  }

  private static Finding otherFormula(
      ModelSpec spec, Variable variable, String used, TraceEvent design) {
    return Deviation.of(
            Rule.CHANGED_OUTCOME,
            PlanPaths.join("variables", variable.name(), "value"),
            DeviationSeverity.S3,
            "`" + variable.name() + "` was formed as `" + used + "`")
        .values(variable.value().text(), used)
        .at(design)
        .inModel(spec.name())
        .note("turning a difference round turns every sign round")
        .help("execute the plan as locked");
  }

  private static String bare(String formula) {
    return formula.replaceAll("\\s+", "");
  }
}
