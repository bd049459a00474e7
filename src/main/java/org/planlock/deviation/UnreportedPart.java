package org.planlock.deviation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/**
 * Finds what else was registered and is missing in the results: comparisons, alternatives,
 * correlations, scores, and the outputs that {@code inference.report} makes mandatory.
 */
final class UnreportedPart implements ReportedDetector {
  private static final String REPORT = "inference.report";

  /** Which member of a tuned model holds an output that a plan can make mandatory. */
  private static final Map<String, String> OUTPUTS =
      Map.of(
          "intercept_only", "interceptOnly",
          "every coefficient", "coefficients",
          "cv_curve", "cv",
          "fold_shares", "foldShares",
          "edge", "selected.edges");

  @Override
  public Stream<Deviation> detect(Reported reported, Evidence evidence) {
    var found = new ArrayList<Deviation>();
    comparisons(reported, evidence, found);
    variants(reported, evidence, found);
    correlations(reported, evidence, found);
    for (var spec : evidence.models()) {
      reported
          .model(spec.name())
          .ifPresent(
              told -> {
                scores(spec, told, reported, evidence, found);
                outputs(spec, told, reported, evidence, found);
              });
    }
    return found.stream().filter(each -> !isSkipped(each, evidence));
  }

  /** What the analysis says that it left out cannot be reported, and is told already. */
  private static boolean isSkipped(Deviation missing, Evidence evidence) {
    return evidence.trace().ofType(TraceEvents.SKIPPED).stream()
        .flatMap(event -> event.text("path").stream())
        .anyMatch(path -> PlanPaths.related(path, missing.path()));
  }

  private static void comparisons(Reported reported, Evidence evidence, List<Deviation> found) {
    for (var planned : evidence.plan().compare().orElse(List.of())) {
      boolean told =
          reported.each("comparisons").stream()
              .filter(one -> one.text("model").filter(planned.full()::equals).isPresent())
              .anyMatch(one -> one.text("with").filter(planned.reduced()::equals).isPresent());
      if (!told) {
        var subject = planned.full() + " with " + planned.reduced();
        found.add(missing("compare", "the comparison of " + subject, reported).concerning(subject));
      }
    }
  }

  private static void variants(Reported reported, Evidence evidence, List<Deviation> found) {
    var planned = evidence.plan().sensitivity().stated().map(s -> s.variants()).orElse(List.of());
    for (var variant : planned) {
      if (reported.each("sensitivity").stream()
          .noneMatch(one -> one.text("variant").filter(variant.name()::equals).isPresent())) {
        var path = PlanPaths.join("sensitivity.variants", variant.name());
        found.add(missing(path, "the alternative `" + variant.name() + "`", reported));
      }
    }
  }

  private static void correlations(Reported reported, Evidence evidence, List<Deviation> found) {
    for (var event : evidence.trace().ofType(TraceEvents.CORRELATION)) {
      boolean told =
          reported.each("exploratory").stream()
              .filter(one -> one.text("outcome").equals(event.text("outcome")))
              .anyMatch(one -> one.text("with").equals(event.text("with")));
      if (!told) {
        var subject = event.text("outcome").orElse("") + " with " + event.text("with").orElse("");
        found.add(
            missing("exploratory", "the correlation of " + subject, reported)
                .concerning(subject)
                .at(event));
      }
    }
  }

  private static void scores(
      ModelSpec spec,
      TraceValue.Fields told,
      Reported reported,
      Evidence evidence,
      List<Deviation> found) {
    var defined =
        evidence.plan().inference().stated().map(DefinedScore::of).orElse(List.<DefinedScore>of());
    for (var score : defined) {
      var event = SwappedScore.recorded(spec.name(), score, evidence);
      if (event.isPresent() && SwappedScore.value(told, score).isEmpty()) {
        var what = "`" + score.reported() + "` of `" + spec.name() + "`";
        found.add(missing(score.path(), what, reported).inModel(spec.name()).at(event.get()));
      }
    }
  }

  private static void outputs(
      ModelSpec spec,
      TraceValue.Fields told,
      Reported reported,
      Evidence evidence,
      List<Deviation> found) {
    var mandatory =
        evidence.plan().inference().stated().flatMap(i -> i.report().stated()).orElse(List.of());
    for (var output : mandatory) {
      var place = OUTPUTS.get(output.text());
      if (place != null && Evidence.isTuned(spec) && !has(told, place)) {
        found.add(
            missing(REPORT, "`" + output.text() + "` of `" + spec.name() + "`", reported)
                .inModel(spec.name())
                .concerning(output.text()));
      }
    }
  }

  private static boolean has(TraceValue.Fields told, String place) {
    int dot = place.indexOf('.');
    return dot < 0
        ? told.value(place).isPresent()
        : Reported.part(told, place.substring(0, dot)).value(place.substring(dot + 1)).isPresent();
  }

  private static Deviation missing(String path, String what, Reported reported) {
    return reported
        .deviation(
            Rule.UNREPORTED_PART,
            path,
            DeviationSeverity.S3,
            what + " was registered, and is not among the results")
        .values(TraceValue.of(what.replace("`", "")), TraceValue.missing())
        .note("what is left out of a report cannot be weighed");
  }
}
