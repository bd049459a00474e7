package org.planlock.plan.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.inference.Inference;
import org.planlock.plan.inference.Score;

/**
 * A score that gives an empty model full marks: the squared correlation of leave-one-out
 * predictions.
 */
final class SquaredCorrelationUnderLeaveOneOut implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    if (facts.models().stream().noneMatch(LeaveOneOutAdvice::leavesOneOut)) {
      return Stream.of();
    }
    return facts.inference().stream()
        .flatMap(inference -> scores(inference).entrySet().stream())
        .filter(score -> score.getValue() == Score.Formula.SQUARED_CORRELATION_OF_CV)
        .map(
            score ->
                facts
                    .at(
                        score.getKey() + ".formula",
                        Rule.SQUARED_CORRELATION_UNDER_LEAVE_ONE_OUT,
                        "the squared correlation of leave-one-out predictions is 1 for a model without terms")
                    .note(
                        "the mean of the others is (sum - y) / (n - 1), which falls exactly as y rises: its correlation with y is -1")
                    .help(
                        "write `1 - sse/sst`, or keep the sign with `correlation(cv_prediction, outcome)`"));
  }

  private static Map<String, Score.Formula> scores(Inference inference) {
    var scores = new LinkedHashMap<String, Score.Formula>();
    inference
        .r2InSample()
        .stated()
        .ifPresent(s -> scores.put("inference.r2_in_sample", s.formula()));
    inference.cvR2().stated().ifPresent(s -> scores.put("inference.cv_r2", s.formula()));
    inference.nestedR2().stated().ifPresent(s -> scores.put("inference.nested_r2", s.formula()));
    inference
        .scores()
        .forEach(s -> scores.put(Places.path("inference.scores", s.name()), s.formula()));
    return scores;
  }
}
