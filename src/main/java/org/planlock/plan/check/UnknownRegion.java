package org.planlock.plan.check;

import java.util.List;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.measure.Measure;

/** A measure of a region that the plan does not declare. */
final class UnknownRegion implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    if (facts.plan().rois().stated().isEmpty()) {
      return Stream.of();
    }
    var known = facts.names().regions();
    return facts.plan().measures().orElse(List.of()).stream()
        .flatMap(
            measure ->
                regions(measure)
                    .filter(region -> !known.contains(region))
                    .map(
                        region ->
                            new UnknownWord(
                                    Rule.UNKNOWN_REGION, "region of interest", region, known)
                                .at(
                                    facts
                                        .places()
                                        .word(Places.path("measures", measure.name()), region))));
  }

  private static Stream<String> regions(Measure measure) {
    return Stream.of(
            measure.meanSignal().stream().map(Measure.MeanSignal::roi),
            measure.connectivity().stream().flatMap(c -> c.rois().stream()),
            measure.gppi().stream().flatMap(g -> Stream.of(g.seed(), g.target())),
            measure.crossnobis().stream().map(Measure.Crossnobis::roi))
        .flatMap(names -> names);
  }
}
