package org.planlock.deviation;

import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.sample.SampleRules;
import org.planlock.plan.value.Headcount;
import org.planlock.plan.value.Scope;

/** Finds analyses of fewer participants than the registered target, without a word about it. */
final class BelowTarget implements DeviationDetector {
  static final String PATH = "sample.target";

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    var target = target(evidence);
    if (target.isEmpty()) {
      return Stream.empty();
    }
    var reached = reached(target.get(), evidence);
    if (reached.isEmpty()) {
      return Stream.of(new Gap(PATH, "the event `enrolled`"));
    }
    return reached.get() >= target.get().count() || evidence.sample().early().isPresent()
        ? Stream.empty()
        : Stream.of(deviation(target.get(), reached.get()));
  }

  static Optional<Headcount> target(Evidence evidence) {
    return evidence.plan().sample().stated().map(SampleRules::target).flatMap(d -> d.stated());
  }

  /** How many count towards the target; who left beyond the rules is another deviation. */
  static Optional<Integer> reached(Headcount target, Evidence evidence) {
    var sample = evidence.sample();
    return target.of() == Scope.ENROLLED
        ? sample.enrolled().map(ids -> ids.size())
        : sample.analysed().map(ids -> ids.size() + sample.leftOutBeyondRules());
  }

  private static Deviation deviation(Headcount target, int reached) {
    return Deviation.of(
            Rule.BELOW_TARGET,
            PATH,
            DeviationSeverity.S3,
            "the analysis has " + reached + " participants, " + target.text() + " were registered")
        .values(target.text(), reached + " " + target.of().word())
        .note("looking before the target is reached changes what a result means")
        .help("analyse when the target is reached");
  }
}
