package org.planlock.deviation;

import java.util.List;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.prepare.Variable;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;

/** Finds designs whose outcome was formed otherwise than registered. */
final class OutcomeFormula {
  private OutcomeFormula() {}

  /** One finding a model, of those that are of a kind; another outcome weighs as much as one. */
  static Stream<Finding> found(SettingKind kind, Evidence evidence) {
    return evidence.models().stream()
        .flatMap(
            spec ->
                spec.outcome().stated().stream()
                    .flatMap(outcome -> judge(spec, outcome, evidence))
                    .filter(deviation -> deviation.rule() == kind.rule())
                    .map(deviation -> deviation.note(kind.note())));
  }

  private static Stream<Deviation> judge(ModelSpec spec, String outcome, Evidence evidence) {
    var designs =
        evidence.of(TraceEvents.DESIGN, spec.name()).stream()
            .filter(e -> e.text("outcome").filter(outcome::equals).isPresent());
    return designs.flatMap(design -> formula(spec, outcome, design, evidence)).limit(1);
  }

  private static Stream<Deviation> formula(
      ModelSpec spec, String outcome, TraceEvent design, Evidence evidence) {
    return evidence.plan().variables().orElse(List.of()).stream()
        .filter(variable -> variable.name().equals(outcome))
        .flatMap(
            variable ->
                design.text("outcomeFormula").stream()
                    .filter(used -> !bare(used).equals(bare(variable.value().text())))
                    .map(used -> otherFormula(spec, variable, used, design)));
  }

  private static Deviation otherFormula(
      ModelSpec spec, Variable variable, String used, TraceEvent design) {
    var planned = variable.value().text();
    var rule = VariableChange.of(variable, planned, used);
    return Deviation.of(
            rule,
            PlanPaths.join("variables", variable.name(), "value"),
            rule == Rule.CHANGED_OUTCOME ? DeviationSeverity.S4 : DeviationSeverity.S3,
            "`" + variable.name() + "` was formed as `" + used + "`")
        .values(planned, used)
        .at(design)
        .inModel(spec.name())
        .help("execute the plan as locked");
  }

  private static String bare(String formula) {
    return formula.replaceAll("\\s+", "");
  }
}
