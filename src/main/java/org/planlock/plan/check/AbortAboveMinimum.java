package org.planlock.plan.check;

import java.util.List;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.diagnostic.Severity;
import org.planlock.plan.sample.Abort;
import org.planlock.plan.value.Headcount;
import org.planlock.plan.value.Scope;

/** A limit of abort that is above the smallest sample, or even above the target. */
final class AbortAboveMinimum implements PlanCheck {
  private static final int GROUPS_AT_LEAST = 2;

  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var minimum =
        facts
            .sample()
            .flatMap(s -> s.minimum().stated())
            .filter(least -> least.of() == Scope.ANALYSIS_SET)
            .map(Headcount::count);
    return facts
        .sample()
        .flatMap(s -> s.abort().stated())
        .map(Abort::below)
        .orElse(List.of())
        .stream()
        .filter(limit -> limit.in() == Scope.ANALYSIS_SET)
        .map(AbortAboveMinimum::participants)
        .filter(
            needed ->
                minimum.filter(least -> needed > least).isPresent() || isHopeless(facts, needed))
        .map(needed -> finding(facts, needed));
  }

  private static int participants(Abort.Limit limit) {
    return Math.max(limit.count().orElse(0), limit.perGroup().orElse(0) * GROUPS_AT_LEAST);
  }

  private static boolean isHopeless(PlanFacts facts, int needed) {
    return facts.target().filter(target -> needed > target).isPresent();
  }

  private static Diagnostic finding(PlanFacts facts, int needed) {
    boolean hopeless = isHopeless(facts, needed);
    return facts
        .at(
            "sample.abort",
            Rule.ABORT_ABOVE_MINIMUM,
            "the analysis is aborted below "
                + needed
                + " participants, "
                + (hopeless ? "and fewer are enrolled" : "and the minimum is lower"))
        .weighing(hopeless ? Severity.ERROR : Severity.WARNING)
        .labelled(
            facts.places().of(hopeless ? "sample.target" : "sample.minimum"),
            hopeless ? "the target" : "the minimum")
        .help("let the limit of abort be at most the minimum");
  }
}
