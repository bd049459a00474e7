package org.planlock.execution.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.planlock.diagnostic.Checked;
import org.planlock.execution.Design;
import org.planlock.execution.DesignMaker;
import org.planlock.execution.Learning;
import org.planlock.execution.Progress;
import org.planlock.execution.RawColumns;
import org.planlock.execution.UsedSettings;
import org.planlock.lock.PlanDigest;
import org.planlock.lock.Sha256;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.trace.TraceSink;

/** Designs from a matrix that stands there already, if wanted scaled on the training rows. */
final class MatrixDesigns implements DesignMaker {
  private final List<String> columns;
  private final double[][] x;
  private final List<Double> outcome;
  private final boolean scaledInFold;

  MatrixDesigns(List<String> columns, double[][] x, List<Double> outcome, boolean scaledInFold) {
    this.columns = columns;
    this.x = x;
    this.outcome = outcome;
    this.scaledInFold = scaledInFold;
  }

  List<String> participants() {
    return IntStream.rangeClosed(1, x.length).mapToObj(i -> "sub-" + i).toList();
  }

  @Override
  public Checked<Design> design(ModelSpec modelSpec, Learning learning) {
    var rows = new ArrayList<double[]>();
    for (var row : x) {
      rows.add(row.clone());
    }
    if (scaledInFold) {
      var all = participants();
      var training = Set.copyOf(learning.training());
      var used = IntStream.range(0, x.length).filter(i -> training.contains(all.get(i))).toArray();
      for (int j = 0; j < columns.size(); j++) {
        scale(rows, j, used);
      }
    }
    return Checked.of(new Design(participants(), columns, rows, outcome));
  }

  private static void scale(List<double[]> rows, int column, int... used) {
    double mean = IntStream.of(used).mapToDouble(i -> rows.get(i)[column]).average().orElseThrow();
    double sum = IntStream.of(used).mapToDouble(i -> square(rows.get(i)[column] - mean)).sum();
    double sd = Math.sqrt(sum / (used.length - 1));
    for (var row : rows) {
      row[column] = (row[column] - mean) / (sd == 0 ? 1 : sd);
    }
  }

  private static double square(double value) {
    return value * value;
  }

  /** Values of rows that are asked for by tests of given and grouped folds. */
  static RawColumns rows(List<String> texts) {
    return new RawColumns() {
      @Override
      public Checked<List<Optional<String>>> texts(String column) {
        return Checked.of(texts.stream().map(Optional::of).toList());
      }

      @Override
      public Checked<List<Double>> numbers(String name, boolean beforeResidualise) {
        throw new IllegalStateException("not asked for");
      }
    };
  }

  /** What fits a model of a plan to this matrix. */
  ModelFitting fitting(BoundPlan plan) {
    return new ModelFitting(
        new FitContext(
            this,
            rows(List.of()),
            participants(),
            plan.plan(),
            new PlanDigest(Sha256.of(new byte[0])),
            2,
            true,
            false,
            Progress.silent(),
            UsedSettings.none(),
            TraceSink.nowhere()));
  }
}
