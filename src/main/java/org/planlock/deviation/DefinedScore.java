package org.planlock.deviation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.plan.inference.Inference;
import org.planlock.plan.inference.Score;

/**
 * A score as a plan defines it.
 *
 * @param recorded its name in a trace
 * @param reported its name in a results file; a trace may use it too
 * @param path where the plan defines it
 * @param definition as traces write it
 */
record DefinedScore(String recorded, String reported, String path, String definition) {
  /** All that a plan defines. */
  static List<DefinedScore> of(Inference inference) {
    var found = new ArrayList<DefinedScore>();
    add("r2_in_sample", "inSample", inference.r2InSample().stated(), found);
    add("cv_r2", "crossValidated", inference.cvR2().stated(), found);
    add("nested_r2", "nested", inference.nestedR2().stated(), found);
    for (var named : inference.scores()) {
      var path = PlanPaths.join("inference.scores", named.name());
      found.add(new DefinedScore(named.name(), named.name(), path, text(named.score())));
    }
    return found;
  }

  private static void add(
      String recorded, String reported, Optional<Score> score, List<DefinedScore> found) {
    score.ifPresent(
        s -> found.add(new DefinedScore(recorded, reported, "inference." + recorded, text(s))));
  }

  private static String text(Score score) {
    var around = score.sst().stated().map(sst -> "; sst " + sst.spelling()).orElse("");
    return score.formula() == Score.Formula.SUMS_OF_SQUARES
        ? score.formula().spelling() + around
        : score.formula().spelling();
  }

  /** Whether a trace means it by a name. */
  boolean isNamed(String name) {
    return recorded.equals(name) || reported.equals(name);
  }
}
