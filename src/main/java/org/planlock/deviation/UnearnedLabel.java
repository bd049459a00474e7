package org.planlock.deviation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.trace.TraceValue;

/**
 * Finds labels in the results that do not follow from the lock and the deviations: more than was
 * earned, or less with nothing that it was lost to, which is how a claim that failed goes out of
 * sight.
 */
final class UnearnedLabel implements ReportedDetector {
  @Override
  public Stream<Finding> detect(Reported reported, Evidence evidence) {
    var judged = ToldJudgement.of(reported, evidence);
    var found = new ArrayList<Finding>();
    overall(reported, judged).ifPresent(found::add);
    for (var each : judged.labels().hypotheses()) {
      var own = reported.hypothesis(each.name()).flatMap(one -> one.text("label"));
      if (own.isPresent()
          && !own.get().equals(each.label().word())
          && !isExcused(each.name(), reported, judged)) {
        var path = PlanPaths.join("hypotheses", each.name());
        found.add(label(reported, path, "`" + each.name() + "`", own, each.label()));
      }
    }
    exploratory(reported).forEach(found::add);
    evidence.models().forEach(spec -> role(spec, reported).ifPresent(found::add));
    return found.stream();
  }

  private static Optional<Finding> overall(Reported reported, ToldJudgement judged) {
    var computed = judged.labels().overall();
    var told = reported.fields().text("label");
    boolean isLost =
        isExploratory(told)
            && (reported.fields().value("lockedLate").isPresent()
                || !reported.each("amendments").isEmpty()
                || reported.each("hypotheses").stream()
                    .anyMatch(one -> isExploratory(one.text("label"))));
    return told.filter(label -> !label.equals(computed.word()) && !isLost)
        .map(label -> label(reported, "plan", "the analysis", told, computed));
  }

  /** A label may be lost to what only a ledger tells, and to what is told beside the results. */
  private static boolean isExcused(String id, Reported reported, ToldJudgement judged) {
    var told = reported.hypothesis(id);
    if (!isExploratory(told.flatMap(one -> one.text("label")))) {
      return false;
    }
    var lostTo = told.flatMap(one -> one.texts("labelLostTo")).orElse(List.of());
    Set<String> known =
        judged.deviations().stream()
            .map(deviation -> deviation.rule().code())
            .collect(Collectors.toSet());
    known.add(Rule.FIXED_TOO_LATE.code());
    return !lostTo.isEmpty() && known.containsAll(lostTo);
  }

  private static boolean isExploratory(Optional<String> label) {
    return label.filter(Label.EXPLORATORY.word()::equals).isPresent();
  }

  private static Stream<Finding> exploratory(Reported reported) {
    return reported.each("exploratory").stream()
        .filter(one -> one.text("label").filter(Label.CONFIRMATORY.word()::equals).isPresent())
        .map(
            one ->
                label(
                    reported,
                    "exploratory",
                    "the correlation of `"
                        + one.text("outcome").orElse("")
                        + "` with `"
                        + one.text("with").orElse("")
                        + "`",
                    one.text("label"),
                    Label.EXPLORATORY));
  }

  private static Optional<Finding> role(ModelSpec spec, Reported reported) {
    var planned = spec.role().stated().map(Phrasing::of);
    return reported
        .model(spec.name())
        .flatMap(one -> one.text("role"))
        .filter(told -> planned.filter(told::equals).isEmpty())
        .map(
            told ->
                reported
                    .deviation(
                        Rule.UNEARNED_LABEL,
                        PlanPaths.model(spec.name(), "role"),
                        DeviationSeverity.S3,
                        "`" + spec.name() + "` is reported as " + told)
                    .values(
                        planned.map(TraceValue::of).orElseGet(TraceValue::missing),
                        TraceValue.of(told))
                    .inModel(spec.name()));
  }

  private static Finding label(
      Reported reported, String path, String what, Optional<String> told, Label computed) {
    return reported
        .deviation(
            Rule.UNEARNED_LABEL,
            path,
            DeviationSeverity.S3,
            what
                + " is labelled "
                + told.orElse("")
                + ", by its lock and its deviations it is "
                + computed.word())
        .values(TraceValue.of(computed.word()), TraceValue.of(told.orElse("")))
        .note("a label is computed and never written by hand");
  }
}
