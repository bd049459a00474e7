package org.planlock.deviation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.planlock.diagnostic.Rule;

/**
 * Our own executions draw folds from the digest of the plan that they carry out, so another draw in
 * their records follows from whatever else that plan had otherwise, and is told under it.
 */
final class FollowingDraws {
  private static final Comparator<Deviation> BY_WEIGHT = Comparator.comparing(Deviation::floor);

  private FollowingDraws() {}

  static List<Deviation> under(List<Deviation> found, Evidence evidence) {
    if (!isOurs(evidence)) {
      return found;
    }
    var draws = found.stream().filter(d -> isFromTheDigest(d, evidence)).toList();
    var others = new ArrayList<>(found);
    others.removeAll(draws);
    var gravest = others.stream().filter(FollowingDraws::isOfAnotherPlan).max(BY_WEIGHT);
    if (draws.isEmpty() || gravest.isEmpty()) {
      return found;
    }
    others.set(others.indexOf(gravest.get()), gravest.get().followedBy(draws.get(0)));
    return others;
  }

  /** Who completes what a plan leaves open carries out that plan. */
  private static boolean isOfAnotherPlan(Deviation deviation) {
    return deviation.rule() != Rule.OPEN_FIELD_COMPLETED;
  }

  private static boolean isOurs(Evidence evidence) {
    return evidence.toolName().filter("planlock"::equals).isPresent();
  }

  private static boolean isFromTheDigest(Deviation deviation, Evidence evidence) {
    return deviation.rule() == Rule.SEED_NOT_FROM_LOCK
        && deviation.observed().equals(OtherDraw.OBSERVED)
        && deviation
            .modelName()
            .map(evidence.modelsByName()::get)
            .flatMap(spec -> spec.validate().stated())
            .flatMap(validation -> validation.seed().stated())
            .filter(seed -> seed.value().isEmpty())
            .isPresent();
  }
}
