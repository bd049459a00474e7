package org.planlock.deviation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.inference.Hypothesis;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Finds models and hypotheses in the results that neither plan nor trace has. */
final class UnregisteredResult implements ReportedDetector {
  @Override
  public Stream<Finding> detect(Reported reported, Evidence evidence) {
    var models = evidence.modelsByName().keySet();
    var ids = evidence.plan().hypotheses().orElse(List.of()).stream().map(Hypothesis::id).toList();
    return Stream.concat(
        reported.each("models").stream()
            .flatMap(one -> one.text("name").stream())
            .filter(name -> !models.contains(name))
            .filter(name -> evidence.first(TraceEvents.FIT, name).isEmpty())
            .map(name -> deviation(name, PlanPaths.model(name), "model", reported).inModel(name)),
        reported.each("hypotheses").stream()
            .flatMap(one -> one.text("id").stream())
            .filter(id -> !ids.contains(id))
            .filter(id -> !judged(evidence).contains(id))
            .map(id -> deviation(id, PlanPaths.join("hypotheses", id), "hypothesis", reported)));
  }

  private static Set<String> judged(Evidence evidence) {
    var ids = new HashSet<String>();
    evidence.trace().ofType(TraceEvents.HYPOTHESIS).forEach(e -> e.text("id").ifPresent(ids::add));
    return ids;
  }

  private static Deviation deviation(String name, String path, String what, Reported reported) {
    return reported
        .deviation(
            Rule.UNREGISTERED_RESULT,
            path,
            DeviationSeverity.S3,
            "the results give the " + what + " `" + name + "`, which neither plan nor trace has")
        .values(TraceValue.missing(), TraceValue.of(name))
        .note("what is in no record cannot be checked by anybody");
  }
}
