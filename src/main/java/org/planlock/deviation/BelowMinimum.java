package org.planlock.deviation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.sample.Abort;
import org.planlock.plan.sample.SampleRules;
import org.planlock.plan.value.Scope;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceFields;

/** Finds analyses that went on with fewer participants than the plan allows after exclusions. */
final class BelowMinimum implements DeviationDetector {
  private static final String MINIMUM = "sample.minimum";
  private static final String ABORT = "sample.abort";

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    var rules = evidence.plan().sample().stated();
    return Stream.concat(
        rules.stream().flatMap(r -> minimum(r, evidence)),
        rules.flatMap(r -> r.abort().stated()).map(Abort::below).orElse(List.of()).stream()
            .flatMap(limit -> limit(limit, evidence)));
  }

  private static Stream<Finding> minimum(SampleRules rules, Evidence evidence) {
    return rules.minimum().stated().stream()
        .flatMap(
            least ->
                whole(least.of(), evidence).stream()
                    .filter(count -> count < least.count())
                    .map(count -> below(MINIMUM, least.text(), count, least.of(), evidence)));
  }

  private static Stream<Finding> limit(Abort.Limit limit, Evidence evidence) {
    var in = limit.in();
    var all =
        limit.count().stream()
            .flatMap(
                least ->
                    smallest(in, evidence).stream()
                        .filter(count -> count < least)
                        .map(count -> below(ABORT, least + " " + in.word(), count, in, evidence)));
    var groups =
        limit.perGroup().stream()
            .filter(least -> in != Scope.ENROLLED)
            .flatMap(
                least ->
                    fewestInGroup(evidence).stream()
                        .flatMap(count -> group(least, count, in, evidence).stream()));
    return Stream.concat(all, groups);
  }

  /** The trace counts groups of the whole set; a training fold has at most as many of each. */
  private static Optional<Finding> group(int least, int count, Scope in, Evidence evidence) {
    if (count < least) {
      return Optional.of(below(ABORT, least + " per group of " + in.word(), count, in, evidence));
    }
    boolean certain = in == Scope.ANALYSIS_SET || count - heldOut(evidence) >= least;
    return certain ? Optional.empty() : Optional.of(new Gap(ABORT, "the groups of training folds"));
  }

  /** How many are held out at once, at most. */
  private static int heldOut(Evidence evidence) {
    return evidence.trace().ofType(TraceEvents.FOLDS).stream()
        .map(FoldVector::of)
        .mapToInt(FoldVector::largest)
        .max()
        .orElse(0);
  }

  private static Optional<Integer> whole(Scope scope, Evidence evidence) {
    var sample = evidence.sample();
    return scope == Scope.ENROLLED
        ? sample.enrolled().map(List::size)
        : sample.analysed().map(ids -> ids.size() + sample.leftOutBeyondRules());
  }

  private static Optional<Integer> smallest(Scope scope, Evidence evidence) {
    if (scope != Scope.TRAINING_FOLD) {
      return whole(scope, evidence);
    }
    return evidence.trace().ofType(TraceEvents.FOLDS).stream()
        .map(FoldVector::of)
        .filter(folds -> folds.size() > 0)
        .map(folds -> folds.size() - folds.largest() + evidence.sample().leftOutBeyondRules())
        .min(Integer::compare);
  }

  private static Optional<Integer> fewestInGroup(Evidence evidence) {
    return evidence
        .trace()
        .first(TraceEvents.FLOW)
        .filter(flow -> flow.text("by").isPresent())
        .flatMap(flow -> flow.object("groups"))
        .map(groups -> groups.members().keySet().stream().flatMap(l -> kept(groups, l)))
        .flatMap(counts -> counts.min(Integer::compare))
        .map(count -> count + evidence.sample().leftOutBeyondRules());
  }

  private static Stream<Integer> kept(TraceFields groups, String level) {
    return groups.object(level).flatMap(group -> group.whole("kept")).stream().map(Long::intValue);
  }

  private static Finding below(
      String path, String planned, int count, Scope scope, Evidence evidence) {
    return Deviation.of(
            Rule.BELOW_MINIMUM_ANALYSED,
            path,
            DeviationSeverity.S3,
            "the analysis went on with " + count + ", the plan stops below " + planned)
        .values(planned, count + " " + scope.word())
        .at(evidence.sample().sampleEvent().orElseGet(() -> TraceEvent.of("sample")))
        .note("a limit that was registered is not moved after the data are seen")
        .help("report the study without this analysis");
  }
}
