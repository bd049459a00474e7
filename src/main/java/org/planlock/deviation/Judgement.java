package org.planlock.deviation;

import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Diagnostic;

/**
 * An analysis judged beside its locked plan.
 *
 * @param deviations each counted once, with its declaration where somebody admitted it
 * @param gaps what the trace does not tell
 * @param notFound what is declared and does not show
 * @param diagnostics all of it for people, and the declarations of what was not found
 * @param onTrust what the plan states and no program can see
 */
public record Judgement(
    Verdict verdict,
    Labels labels,
    List<Deviation> deviations,
    List<Gap> gaps,
    List<Declaration> notFound,
    List<Diagnostic> diagnostics,
    List<OnTrust> onTrust) {
  public Judgement {
    onTrust = List.copyOf(onTrust);
    notFound = List.copyOf(notFound);
    deviations = List.copyOf(deviations);
    gaps = List.copyOf(gaps);
    diagnostics = List.copyOf(diagnostics);
  }

  /** The judgement where there is no trace. */
  public static Judgement withoutTrace(LockStanding standing) {
    var verdict = standing.intact() ? Verdict.CANNOT_TELL : Verdict.TAMPERED;
    return new Judgement(
        verdict, Labels.none(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** The judgement of what the evidence shows, with what people admit. */
  public static Judgement of(
      Evidence evidence, DeclaredDeviations declared, LockStanding standing) {
    var report = DeviationReport.of(evidence).declaring(declared, evidence);
    var labels =
        Labels.of(evidence, report.deviations(), evidence.lock().isPresent() && standing.intact());
    return new Judgement(
        verdict(report, evidence, standing),
        labels,
        report.deviations(),
        report.gaps(),
        declared.notFound(report.deviations(), evidence),
        diagnostics(report, evidence, declared),
        evidence.onTrust());
  }

  /** The deviations that nobody admitted. */
  public List<Deviation> undeclared() {
    return deviations.stream().filter(each -> !each.isDeclared()).toList();
  }

  /** The deviations that somebody admitted. */
  public List<Deviation> declared() {
    return deviations.stream().filter(Deviation::isDeclared).toList();
  }

  static Verdict verdict(DeviationReport report, Evidence evidence, LockStanding standing) {
    if (!standing.intact()) {
      return Verdict.TAMPERED;
    }
    if (evidence.trace().events().isEmpty()) {
      return Verdict.CANNOT_TELL;
    }
    if (!evidence.trace().isComplete()) {
      return Verdict.INCOMPLETE;
    }
    if (report.deviations().stream().anyMatch(Deviation::isHeldAgainst)) {
      return Verdict.DEVIATES;
    }
    if (!report.gaps().isEmpty()) {
      return Verdict.CANNOT_TELL;
    }
    return standing.isWeakerThanAsked() ? Verdict.UNANCHORED : conforming(report);
  }

  private static Verdict conforming(DeviationReport report) {
    boolean admitted = report.deviations().stream().anyMatch(d -> d.isDeclared() && isGrave(d));
    return admitted ? Verdict.DEVIATES_DECLARED : Verdict.CONFORMS;
  }

  private static boolean isGrave(Deviation deviation) {
    return deviation.floor().orGraver(deviation.severity()).isAtLeast(DeviationSeverity.S2);
  }

  private static List<Diagnostic> diagnostics(
      DeviationReport report, Evidence evidence, DeclaredDeviations declared) {
    var found = new ArrayList<Diagnostic>();
    var name = evidence.trace().name();
    report
        .deviations()
        .forEach(d -> found.add(d.diagnostic(evidence.paths().place(d.path()), name)));
    report.gaps().forEach(gap -> found.add(gap.diagnostic(evidence.paths().place(gap.path()))));
    found.addAll(evidence.foreknowledge().diagnostics(evidence));
    ManyExecutions.told(evidence).ifPresent(found::add);
    found.addAll(declared.diagnostics(report.deviations(), evidence));
    return found;
  }
}
