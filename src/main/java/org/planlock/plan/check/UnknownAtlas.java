package org.planlock.plan.check;

import java.util.List;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** A region taken from an atlas that the plan does not declare. */
final class UnknownAtlas implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var known = facts.names().atlases();
    return facts.plan().rois().orElse(List.of()).stream()
        .flatMap(
            region ->
                region.atlas().stream()
                    .filter(atlas -> !known.contains(atlas))
                    .map(
                        atlas ->
                            new UnknownWord(Rule.UNKNOWN_ATLAS, "atlas", atlas, known)
                                .at(
                                    facts
                                        .places()
                                        .of(Places.path("rois", region.name()) + ".atlas"))));
  }
}
