package org.planlock.deviation;

import java.util.List;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.trace.TraceValue;

/** Finds plans on the same data that the study's ledger knows and the plan does not name. */
final class UndeclaredSibling implements DeviationDetector {
  private static final String PATH = "plan.siblings";

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    var siblings = evidence.plan().registration().siblings();
    var named = siblings.orElse(List.of());
    var unnamed =
        evidence.foreknowledge().history().earlierPlans().stream()
            .filter(id -> !named.contains(id))
            .toList();
    // a plan that says nothing of siblings has not said that there are none
    var floor = siblings.isOpen() ? DeviationSeverity.S1 : DeviationSeverity.S4;
    boolean one = unnamed.size() == 1;
    return unnamed.isEmpty()
        ? Stream.empty()
        : Stream.of(
            Deviation.of(
                    Rule.UNDECLARED_SIBLING,
                    PATH,
                    floor,
                    Phrasing.list(unnamed)
                        + (one ? " was" : " were")
                        + " locked before on the same data, and the plan does not name "
                        + (one ? "it" : "them"))
                .values(TraceValue.texts(named), TraceValue.texts(unnamed))
                .note("of several plans on the same data the one that worked can be shown")
                .help("name every plan on the same data under `siblings`, in an amendment"));
  }
}
