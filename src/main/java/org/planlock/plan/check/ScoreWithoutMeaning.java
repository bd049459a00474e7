package org.planlock.plan.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.inference.Inference;

/** Shares of explained variance in a plan with outcomes of two classes, which have none. */
final class ScoreWithoutMeaning implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var classes =
        facts.models().stream().filter(FamilyContradicted::isBinomial).map(m -> m.name()).toList();
    if (classes.isEmpty()) {
      return Stream.empty();
    }
    return facts.inference().stream()
        .flatMap(inference -> keys(inference).stream())
        .map(
            key ->
                facts
                    .at(
                        "inference." + key,
                        Rule.SCORE_WITHOUT_MEANING,
                        "`"
                            + key
                            + "` has no value for `"
                            + String.join("`, `", classes)
                            + "`, whose outcome is one of two classes")
                    .note("squares of an outcome of 0 and 1 say nothing of its classes")
                    .help("compare these models by `cv_deviance` instead"));
  }

  private static List<String> keys(Inference inference) {
    var keys = new ArrayList<String>();
    if (inference.r2InSample().stated().isPresent()) {
      keys.add("r2_in_sample");
    }
    if (inference.cvR2().stated().isPresent()) {
      keys.add("cv_r2");
    }
    if (inference.nestedR2().stated().isPresent()) {
      keys.add("nested_r2");
    }
    if (!inference.scores().isEmpty()) {
      keys.add("scores");
    }
    return keys;
  }
}
