package org.planlock.execution.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.plan.fit.LambdaEnd;
import org.planlock.plan.fit.LambdaMax.Formula;
import org.planlock.plan.fit.LambdaRule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.OwnSequenceFault;
import org.planlock.plan.fit.Penalty;
import org.planlock.plan.value.Decimal;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.LogSpacing;
import org.planlock.stats.Sample;
import org.planlock.stats.elasticnet.ElasticNet;
import org.planlock.stats.elasticnet.ElasticNetOptions;
import org.planlock.stats.elasticnet.Family;
import org.planlock.stats.elasticnet.FittedPath;
import org.planlock.stats.elasticnet.LambdaMax;
import org.planlock.stats.elasticnet.OwnSequences;
import org.planlock.stats.elasticnet.PathSolver;
import org.planlock.stats.elasticnet.SmallestRatio;
import org.planlock.stats.elasticnet.TuningGrid;
import org.planlock.stats.elasticnet.TuningLine;

/**
 * Makes the grid of penalty strengths that a plan registers. Of the named formulas for the largest
 * one only glmnet's uses the weights of rows; the printed formulas have none.
 */
final class GridMaker {
  private final String modelName;
  private final Penalty penalty;

  GridMaker(ModelSpec modelSpec, Penalty penalty) {
    this.modelName = modelSpec.name();
    this.penalty = penalty;
  }

  /** Whether the grid depends on data. */
  boolean dependsOnData() {
    return penalty
        .lambda()
        .stated()
        .filter(
            rule ->
                rule instanceof LambdaRule.Spaced spaced
                    && (spaced.from().ofMax() || spaced.to().ofMax()))
        .isPresent();
  }

  /** The grid, its data dependent ends computed on the rows. */
  Checked<StrengthGrid> grid(GridRows rows, ElasticNetOptions options, PathSolver solver) {
    if (penalty.hasOwnSequences()) {
      return own(rows, solver);
    }
    var sample = rows.sample();
    var needed = new Needed(modelName);
    var ratios = needed.stated(penalty.l1Ratio(), "penalty", "l1_ratio");
    var rule = needed.stated(penalty.lambda(), "penalty", "lambda");
    var formula =
        dependsOnData()
            ? needed.stated(penalty.lambdaMax(), "penalty", "lambda_max").map(max -> max.formula())
            : Optional.<Formula>empty();
    if (!needed.found().isEmpty()) {
      return Checked.failed(needed.found());
    }
    var repeated = repeated(ratios.orElseThrow());
    if (repeated.isPresent()) {
      return unusable(repeated.get());
    }
    var lines = new ArrayList<TuningLine>();
    var largest = new ArrayList<Optional<Double>>();
    for (var ratio : ratios.orElseThrow()) {
      var max = formula.map(named -> largest(named, sample, options, ratio.toDouble()));
      var lambdas =
          max.filter(value -> !(value > 0)).isPresent()
              ? Checked.<DoubleVector>failed(Refusals.constantOutcome(modelName, rows.fold()))
              : lambdas(rule.orElseThrow(), max, sample);
      if (!lambdas.isSound()) {
        return Checked.failed(lambdas.diagnostics());
      }
      for (double gamma : gammas()) {
        lines.add(new TuningLine(ratio.toDouble(), gamma, lambdas.orThrow()));
        largest.add(max.filter(Double::isFinite));
      }
    }
    return Checked.of(StrengthGrid.shared(new TuningGrid(lines), largest, solver, rows));
  }

  private static Optional<String> repeated(List<Decimal> ratios) {
    return new HashSet<>(ratios).size() < ratios.size()
        ? Optional.of("`l1_ratio` names one value twice")
        : Optional.empty();
  }

  /** The values of gamma that are tried; the penalised fits themselves where none is registered. */
  private List<Double> gammas() {
    var registered = penalty.gammas().stream().map(Decimal::toDouble).toList();
    return registered.isEmpty() ? List.of(1.0) : registered;
  }

  /** Sequences by glmnet's rules; those of the sample are the cells that are judged. */
  private Checked<StrengthGrid> own(GridRows rows, PathSolver solver) {
    var needed = new Needed(modelName);
    var ratios = needed.stated(penalty.l1Ratio(), "penalty", "l1_ratio");
    if (!needed.found().isEmpty()) {
      return Checked.failed(needed.found());
    }
    var spaced = (LambdaRule.Spaced) penalty.lambda().stated().orElseThrow();
    var fault =
        OwnSequenceFault.of(spaced)
            .map(OwnSequenceFault::message)
            .or(() -> repeated(ratios.orElseThrow()));
    if (fault.isPresent()) {
      return unusable(fault.get());
    }
    var strengths =
        new OwnSequences(
            ratios.orElseThrow().stream().map(Decimal::toDouble).toList(),
            spaced.values(),
            new SmallestRatio(
                spaced.to().factor().toDouble(),
                spaced.to().otherwise().orElse(spaced.to().factor()).toDouble()),
            gammas());
    if (rows.sample().outcome().stream().distinct().count() < 2) {
      return Checked.failed(Refusals.constantOutcome(modelName, rows.fold()));
    }
    var paths = rows.paths(solver, strengths);
    var lines = paths.stream().map(FittedPath::line).toList();
    if (lines.stream().anyMatch(line -> !(line.lambdas().at(0) > 0))) {
      return Checked.failed(Refusals.constantOutcome(modelName, rows.fold()));
    }
    var largest = lines.stream().map(line -> Optional.of(line.lambdas().at(0))).toList();
    return Checked.of(new StrengthGrid(strengths, new TuningGrid(lines), largest, paths));
  }

  private static double largest(
      Formula formula, Sample sample, ElasticNetOptions options, double l1Ratio) {
    var outcome = sample.outcome().toArray();
    return switch (formula) {
      case PLAIN ->
          l1Ratio > 0
              ? LambdaMax.ofGradient(sample.predictors(), outcome, l1Ratio)
              : Double.POSITIVE_INFINITY;
      case FLOORED -> LambdaMax.ofGradientFloored(sample.predictors(), outcome, l1Ratio);
      case GLMNET ->
          options.family() == Family.BINOMIAL
              ? firstOfOwn(sample, options, l1Ratio)
              : LambdaMax.ofGlmnet(sample, options, l1Ratio);
    };
  }

  /** The start of the shortest sequence that glmnet's rules give. */
  private static double firstOfOwn(Sample sample, ElasticNetOptions options, double l1Ratio) {
    var shortest = new OwnSequences(List.of(l1Ratio), 3, SmallestRatio.always(0.5));
    return new ElasticNet(options).paths(sample, shortest).get(0).line().lambdas().at(0);
  }

  private Checked<DoubleVector> lambdas(LambdaRule rule, Optional<Double> max, Sample sample) {
    if (rule instanceof LambdaRule.Listed listed) {
      return listed.listed().isEmpty()
          ? unusable("no value of lambda is registered")
          : Checked.of(descending(listed.listed().stream().map(Decimal::toDouble).toList()));
    }
    var spaced = (LambdaRule.Spaced) rule;
    double from = end(spaced.from(), max, sample);
    double to = end(spaced.to(), max, sample);
    if (Double.isInfinite(from) || Double.isInfinite(to)) {
      return unusable(
          max.filter(largest -> Double.isInfinite(largest)).isPresent()
              ? "lambda has no largest value at l1_ratio 0"
              : "lambda is too large to be a number");
    }
    if (spaced.spacing() == LambdaRule.Spacing.LOG_SPACED && !(from > 0 && to > 0)) {
      return unusable("a log spaced lambda cannot reach 0");
    }
    if (Math.min(from, to) < 0) {
      return unusable("lambda cannot be negative");
    }
    double high = Math.max(from, to);
    double low = Math.min(from, to);
    return Checked.of(
        spaced.spacing() == LambdaRule.Spacing.LOG_SPACED
            ? LogSpacing.between(high, low, spaced.values())
            : evenly(high, low, spaced.values()));
  }

  private static double end(LambdaEnd end, Optional<Double> max, Sample sample) {
    double factor = end.factor(sample.rows(), sample.predictors().count()).toDouble();
    return factor * (end.ofMax() ? max.orElseThrow() : 1);
  }

  private static DoubleVector evenly(double high, double low, int count) {
    var values = new double[count];
    for (int k = 0; k < count; k++) {
      values[k] = high + (low - high) * k / (count - 1);
    }
    values[count - 1] = low;
    return DoubleVector.of(values);
  }

  private static DoubleVector descending(List<Double> values) {
    return DoubleVector.of(values.stream().sorted(Comparator.reverseOrder()).toList());
  }

  private <T> Checked<T> unusable(String message) {
    return Checked.failed(
        Refusals.unusableGrid(UsedNames.model(modelName, "penalty", "lambda"), message));
  }
}
