package org.planlock.deviation;

import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;

/** Finds models that explain another outcome than the registered one, or other columns as it. */
final class ChangedOutcome implements SettingKind {
  @Override
  public Rule rule() {
    return Rule.CHANGED_OUTCOME;
  }

  @Override
  public DeviationSeverity floor(UsedValue used) {
    return DeviationSeverity.S4;
  }

  @Override
  public String note() {
    return "an outcome chosen after the data are seen can always be one that fits";
  }

  @Override
  public boolean concerns(UsedValue used, Evidence evidence) {
    return VariableChange.of(used, evidence).filter(rule()::equals).isPresent();
  }

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    var models =
        evidence.models().stream()
            .filter(spec -> evidence.mentions(spec.name()))
            .flatMap(
                spec -> spec.outcome().stated().stream().flatMap(o -> judge(spec, o, evidence)));
    return Stream.of(
            models, OutcomeFormula.found(this, evidence), SettingKind.super.detect(evidence))
        .flatMap(found -> found);
  }

  private static Stream<Finding> judge(ModelSpec spec, String outcome, Evidence evidence) {
    var designs = evidence.of(TraceEvents.DESIGN, spec.name());
    var path = PlanPaths.model(spec.name(), "outcome");
    var told = designs.stream().filter(e -> e.text("outcome").isPresent()).toList();
    if (told.isEmpty()) {
      return isSaid(path, evidence)
          ? Stream.empty()
          : Stream.of(new Gap(path, "the event `design` with its `outcome`"));
    }
    return told.stream()
        .filter(e -> !e.text("outcome").equals(Optional.of(outcome)))
        .limit(1)
        .map(design -> otherOutcome(spec, outcome, design));
  }

  private static boolean isSaid(String path, Evidence evidence) {
    return !evidence.trace().ofType(TraceEvents.SETTING, "path", path).isEmpty();
  }

  private static Finding otherOutcome(ModelSpec spec, String outcome, TraceEvent design) {
    var used = design.text("outcome").orElseThrow();
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
}
