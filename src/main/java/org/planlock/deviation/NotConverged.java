package org.planlock.deviation;

import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.Convergence;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;

/** Finds fits that were reported though they did not converge. */
final class NotConverged implements DeviationDetector {
  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return evidence.models().stream()
        .flatMap(
            spec ->
                evidence.of(TraceEvents.FIT, spec.name()).stream()
                    .filter(fit -> fit.truth("converged").filter(done -> !done).isPresent())
                    .limit(1)
                    .map(fit -> deviation(spec, fit)));
  }

  private static Finding deviation(ModelSpec spec, TraceEvent fit) {
    boolean foreseen =
        spec.penalty()
            .stated()
            .filter(p -> p.kkt().notConverged() == Convergence.OnFailure.FLAG)
            .isPresent();
    return Deviation.of(
            Rule.UNCONVERGED_FIT,
            PlanPaths.model(spec.name(), "penalty", "kkt"),
            foreseen ? DeviationSeverity.S1 : DeviationSeverity.S2,
            "`" + spec.name() + "` was reported though its fit did not converge")
        .values(foreseen ? "flagged where it fails" : "aborted where it fails", "not converged")
        .at(fit)
        .inModel(spec.name())
        .note("the last digits of such a fit depend on when it was stopped")
        .help("allow more iterations in an amendment, or report the fit as failed");
  }
}
