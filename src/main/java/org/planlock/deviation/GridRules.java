package org.planlock.deviation;

import java.util.ArrayList;
import java.util.List;
import org.planlock.plan.fit.LambdaEnd;
import org.planlock.plan.fit.LambdaRule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Penalty;
import org.planlock.plan.value.Decimal;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceValue;

/** Compares by which rules a grid came about: whose sequences, how far they fall, which gammas. */
record GridRules(ModelSpec spec, Penalty penalty, Evidence evidence) {
  private static final String FOLDS = "lambda_folds";

  List<Finding> find(TraceEvent grid, List<GridLine> lines) {
    var found = new ArrayList<Finding>();
    folds(grid, found);
    if (found.isEmpty() && penalty.hasOwnSequences()) {
      count(grid, found);
      smallest(grid, found);
    }
    gammas(grid, lines, found);
    return found;
  }

  /** Whether sequences follow other rules, so that their values need not be compared. */
  static boolean areOther(List<Finding> found) {
    return found.stream()
        .anyMatch(
            f ->
                f instanceof Deviation deviation
                    && (deviation.path().endsWith(FOLDS) || deviation.path().contains(".lambda.")));
  }

  private void folds(TraceEvent grid, List<Finding> found) {
    var planned = penalty.hasOwnSequences() ? "own" : "same_values";
    var used = grid.text("lambdaFolds");
    boolean stated =
        penalty.lambdaFolds().stated().isPresent() || penalty.lambda().stated().isPresent();
    if (stated && used.filter(word -> !word.equals(planned)).isPresent()) {
      add(
          FOLDS,
          "was fitted at other sequences of lambda in its folds than registered",
          grid,
          TraceValue.of(planned),
          TraceValue.of(used.get()),
          found);
    }
  }

  private void count(TraceEvent grid, List<Finding> found) {
    double planned = spaced().values();
    grid.number("count")
        .filter(used -> used != planned)
        .ifPresent(
            used ->
                add(
                    "lambda.values",
                    "was fitted at sequences of another length than registered",
                    grid,
                    TraceValue.of(planned),
                    TraceValue.of(used),
                    found));
  }

  private void smallest(TraceEvent grid, List<Finding> found) {
    LambdaEnd to = spaced().to();
    var planned = List.of(to.factor().toDouble(), to.otherwise().orElse(to.factor()).toDouble());
    grid.numbers("smallestRatio")
        .filter(used -> !evidence.near().same(planned, used))
        .ifPresent(
            used ->
                add(
                    "lambda.to",
                    "was fitted down to another share of the largest penalty strength",
                    grid,
                    TraceValue.of(to.text()),
                    TraceValue.numbers(used),
                    found));
  }

  private void gammas(TraceEvent grid, List<GridLine> lines, List<Finding> found) {
    var planned = penalty.gammas().stream().map(Decimal::toDouble).sorted().toList();
    var used =
        grid.value("gammas").isEmpty()
            ? List.<Double>of()
            : lines.stream().map(GridLine::gamma).distinct().sorted().toList();
    boolean known =
        penalty.distribution().stated().flatMap(d -> d.refit().stated()).isPresent()
            || !used.isEmpty();
    if (known && !evidence.near().same(planned, used)) {
      add(
          "distribution.refit",
          "was fitted again with other values of gamma than registered",
          grid,
          TraceValue.numbers(planned),
          TraceValue.numbers(used),
          found);
    }
  }

  private LambdaRule.Spaced spaced() {
    return (LambdaRule.Spaced) penalty.lambda().stated().orElseThrow();
  }

  private void add(
      String key,
      String what,
      TraceEvent grid,
      TraceValue planned,
      TraceValue used,
      List<Finding> found) {
    found.add(
        ChangedPenaltyGrid.deviation(spec, key, "`" + spec.name() + "` " + what, grid, evidence)
            .values(planned, used));
  }
}
