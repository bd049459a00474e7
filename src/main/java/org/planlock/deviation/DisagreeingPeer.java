package org.planlock.deviation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceFields;

/**
 * Finds models of which two programs that followed one plan give different numbers, and names the
 * first step at which they part.
 */
final class DisagreeingPeer implements DeviationDetector {
  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return evidence.peer().stream()
        .flatMap(
            peer ->
                evidence.models().stream()
                    .filter(spec -> evidence.mentions(spec.name()))
                    .flatMap(spec -> model(spec.name(), peer, evidence).stream()));
  }

  private static Optional<Finding> model(String model, Trace peer, Evidence evidence) {
    var closeness = Closeness.of(evidence.plan());
    var comparison = new PeerComparison(evidence.trace(), peer, model, closeness);
    if (!comparison.hasCommonSteps()) {
      return Optional.of(
          new Gap(
              PlanPaths.model(model),
              "the fit of `" + model + "` in both records, so that their numbers can be compared"));
    }
    return comparison.first().map(found -> deviation(model, found, peer, evidence, closeness));
  }

  private static Deviation deviation(
      String model, PeerDifference found, Trace peer, Evidence evidence, Closeness closeness) {
    var decides = decides(model, peer, evidence);
    return Deviation.of(
            Rule.DISAGREEING_PEER,
            PlanPaths.model(model),
            decides ? DeviationSeverity.S3 : DeviationSeverity.S2,
            "`"
                + model
                + "` is not the same in "
                + tool(evidence.trace())
                + " and "
                + tool(peer)
                + "; they part at: "
                + found.text())
        .values(found.theirs(), found.ours())
        .at(found.here())
        .inModel(model)
        .note(
            "in "
                + tool(evidence.trace())
                + ": "
                + ValueText.of(found.ours())
                + "; in "
                + tool(peer)
                + ": "
                + ValueText.of(found.theirs())
                + "; the same is within "
                + closeness.text())
        .note(
            decides
                ? "they do not select the same strength, or do not retain the same terms"
                : "they select the same strength and retain the same terms")
        .help("what comes before this step agrees: look for the cause there, and not later");
  }

  private static boolean decides(String model, Trace peer, Evidence evidence) {
    var mine = fit(evidence.trace(), model);
    var theirs = fit(peer, model);
    boolean otherTerms =
        mine.isPresent()
            && theirs.isPresent()
            && !retained(mine.get()).equals(retained(theirs.get()));
    return otherTerms || !Objects.equals(selected(evidence.trace(), model), selected(peer, model));
  }

  private static Optional<TraceEvent> fit(Trace trace, String model) {
    return trace.ofType(TraceEvents.FIT, "model", model).stream().findFirst();
  }

  private static Optional<Double> selected(Trace trace, String model) {
    return trace.ofType(TraceEvents.SELECTION, "model", model).stream()
        .findFirst()
        .flatMap(event -> event.number("l1Ratio"));
  }

  private static Set<String> retained(TraceFields fit) {
    var names = fit.texts("columns").orElse(List.of());
    var values = fit.numbers("coefficients").orElse(List.of());
    var retained = new TreeSet<String>();
    for (int j = 0; j < Math.min(names.size(), values.size()); j++) {
      if (values.get(j) != 0) {
        retained.add(names.get(j));
      }
    }
    return retained;
  }

  private static String tool(Trace trace) {
    return trace
        .first(TraceEvents.START)
        .flatMap(start -> start.object("tool"))
        .map(tool -> tool.text("name").orElse("?") + " " + tool.text("version").orElse(""))
        .map(String::strip)
        .orElse(trace.name());
  }

  /** Other numbers after something else was done are a consequence of that, and not counted. */
  static List<Deviation> underCauses(List<Deviation> found) {
    var causes = new ArrayList<>(found);
    causes.removeIf(one -> one.rule() == Rule.DISAGREEING_PEER);
    for (var one : found) {
      if (one.rule() == Rule.DISAGREEING_PEER) {
        causes.stream()
            .filter(cause -> explains(cause, one))
            .findFirst()
            .ifPresentOrElse(
                cause -> causes.set(causes.indexOf(cause), cause.consequence(one.message())),
                () -> causes.add(one));
      }
    }
    return causes;
  }

  private static boolean explains(Deviation cause, Deviation numbers) {
    boolean ofAll = !cause.path().startsWith("models") && cause.modelName().isEmpty();
    return cause.floor().isAtLeast(DeviationSeverity.S2)
        && cause.rule() != Rule.CHANGED_TOOL_SEMANTICS
        && cause.rule() != Rule.DISAGREEING_PEER
        && (ofAll || PlanPaths.related(cause.path(), numbers.path()));
  }
}
