package org.planlock.deviation;

import java.util.List;

/**
 * Everything that was found: each deviation once, under its cause, and what the trace does not
 * tell.
 */
public record DeviationReport(List<Deviation> deviations, List<Gap> gaps) {
  public DeviationReport {
    deviations = List.copyOf(deviations);
    gaps = List.copyOf(gaps);
  }

  /** What all detectors find in the evidence. */
  public static DeviationReport of(Evidence evidence) {
    var findings =
        DeviationDetectors.ALL.stream().flatMap(detector -> detector.detect(evidence)).toList();
    var deviations =
        findings.stream().filter(Deviation.class::isInstance).map(Deviation.class::cast).toList();
    var gaps = findings.stream().filter(Gap.class::isInstance).map(Gap.class::cast).toList();
    var caused = FollowingDraws.under(new Causes(evidence).of(deviations), evidence);
    return new DeviationReport(caused, withoutExplained(gaps, caused));
  }

  /** Where a deviation is found nothing is left to tell. */
  private static List<Gap> withoutExplained(List<Gap> gaps, List<Deviation> deviations) {
    return gaps.stream()
        .distinct()
        .filter(gap -> deviations.stream().noneMatch(d -> PlanPaths.related(d.path(), gap.path())))
        .toList();
  }

  /** The same with what people admitted, and what the ledger shows of the time. */
  DeviationReport declaring(DeclaredDeviations declared, Evidence evidence) {
    var known = evidence.foreknowledge().execution();
    return new DeviationReport(
        deviations.stream()
            .map(
                d ->
                    d.disclosed(
                        declared
                            .about(d, evidence)
                            .map(known::of)
                            .orElseGet(() -> known.ofUndeclared(d.floor()))))
            .toList(),
        gaps);
  }
}
