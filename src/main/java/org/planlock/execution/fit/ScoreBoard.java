package org.planlock.execution.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.planlock.execution.result.NamedValue;
import org.planlock.plan.inference.Inference;
import org.planlock.plan.inference.Score;
import org.planlock.stats.Correlation;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.ExplainedVariance;
import org.planlock.stats.Moments;

/**
 * Computes the scores that a plan defines from predictions and what an empty model would say. Sums
 * and correlations take every row once, also where fits and the loss are weighted.
 *
 * @param fit of all rows
 * @param crossValidated repeat after repeat, the outcome repeated with them
 * @param nested of the outer loop
 */
record ScoreBoard(Predicted fit, Optional<Predicted> crossValidated, Optional<Predicted> nested) {

  /**
   * Predictions beside what they are judged by.
   *
   * @param trainingMeans for each value the mean outcome of the rows that its fit saw
   */
  record Predicted(DoubleVector outcome, DoubleVector values, DoubleVector trainingMeans) {
    static Predicted of(double[] outcome, double[] values, double[] trainingMeans) {
      return new Predicted(
          DoubleVector.of(outcome), DoubleVector.of(values), DoubleVector.of(trainingMeans));
    }
  }

  /** The named definitions of r2, as far as the plan makes them. */
  List<NamedValue> r2(Inference inference) {
    var values = new ArrayList<NamedValue>();
    inference.r2InSample().stated().flatMap(s -> value("inSample", s, fit)).ifPresent(values::add);
    crossValidated
        .flatMap(cv -> inference.cvR2().stated().flatMap(s -> value("crossValidated", s, cv)))
        .ifPresent(values::add);
    nested
        .flatMap(outer -> inference.nestedR2().stated().flatMap(s -> value("nested", s, outer)))
        .ifPresent(values::add);
    return values;
  }

  /**
   * The scores under the plan's own names; sums of squares are those of cross-validation, or of the
   * outer loop where they are formed around its mean.
   */
  List<NamedValue> scores(Inference inference) {
    var values = new ArrayList<NamedValue>();
    for (var named : inference.scores()) {
      var outer = named.sst().stated().filter(Score.Around.OUTER_TRAINING_FOLD::equals).isPresent();
      (outer ? nested : crossValidated)
          .flatMap(predicted -> value(named.name(), named.score(), predicted))
          .or(
              () ->
                  ofFit(named.formula())
                      ? value(named.name(), named.score(), fit)
                      : Optional.empty())
          .ifPresent(values::add);
    }
    return values;
  }

  private static boolean ofFit(Score.Formula formula) {
    return formula == Score.Formula.CORRELATION_OF_FIT
        || formula == Score.Formula.SQUARED_CORRELATION_OF_FIT;
  }

  /** Nothing where the plan leaves open around which mean the total is formed. */
  private Optional<NamedValue> value(String name, Score score, Predicted predicted) {
    if (score.formula() != Score.Formula.SUMS_OF_SQUARES) {
      return Optional.of(new NamedValue(name, score.formula().spelling(), correlation(score)));
    }
    return score
        .sst()
        .stated()
        .map(
            around ->
                new NamedValue(
                    name,
                    score.formula().spelling() + "; sst " + around.spelling(),
                    boxed(explained(around, predicted))));
  }

  private static OptionalDouble explained(Score.Around around, Predicted predicted) {
    return around == Score.Around.ALL_ROWS
        ? ExplainedVariance.againstMean(predicted.outcome().toArray(), predicted.values().toArray())
        : ExplainedVariance.against(
            predicted.outcome().toArray(),
            predicted.values().toArray(),
            predicted.trainingMeans().toArray());
  }

  private Optional<Double> correlation(Score score) {
    var judged = ofFit(score.formula()) ? Optional.of(fit) : crossValidated;
    return judged.flatMap(
        predicted -> {
          var found =
              Correlation.pearson(predicted.values().toArray(), predicted.outcome().toArray());
          var constant = found.isEmpty() && Moments.constant(predicted.values().toArray());
          if (constant && score.constant().filter(Score.OnConstant.ZERO::equals).isPresent()) {
            return Optional.of(0.0);
          }
          return found.map(c -> squared(score.formula()) ? c.squared() : c.r());
        });
  }

  private static boolean squared(Score.Formula formula) {
    return formula == Score.Formula.SQUARED_CORRELATION_OF_FIT
        || formula == Score.Formula.SQUARED_CORRELATION_OF_CV;
  }

  private static Optional<Double> boxed(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }
}
