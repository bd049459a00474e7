package org.planlock.stats.elasticnet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.planlock.stats.Columns;
import org.planlock.stats.Sample;

/**
 * Samples that a solver must survive, each by what is hostile about it. In most of them the classes
 * of the binomial outcome overlap in every direction: each of the first five rows comes three
 * times, and not always with the same class.
 */
final class HostileSamples {
  /** Rows of all samples but {@code three_rows} and {@code wide}. */
  static final int ROWS = 18;

  /** The row whose absence makes a column constant in {@code constant_in_a_fold}. */
  static final int RARE = 16;

  private static final int DISTINCT = 8;
  private static final int THRICE = 5;

  private HostileSamples() {}

  /** One sample. */
  @SuppressWarnings("ArrayRecordComponent") // test data, copied when made
  record Named(String name, double[][] columns, double[] weights) {
    Named {
      columns = columns.clone();
      weights = weights.clone();
    }

    Sample gaussian() {
      var random = new Random(5);
      var y = new double[weights.length];
      Arrays.setAll(y, i -> (i % 3) - 0.4 * (i % 4) + 0.3 * random.nextGaussian());
      return Sample.of(Columns.of(y.length, columns), y, weights);
    }

    Sample binomial() {
      var y = new double[weights.length];
      Arrays.setAll(y, i -> (i % 3 == 1) == (i / 3 % 2 == 0) ? 1 : 0);
      return Sample.of(Columns.of(y.length, columns), y, weights);
    }

    /** Whether a logistic fit without penalty exists. */
    boolean overlaps() {
      return !List.of("three_rows", "wide", "constant_in_a_fold").contains(name);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Named> all() {
    Map<String, double[][]> samples = new LinkedHashMap<>();
    samples.put("usual", usual(4));
    var x = usual(4);
    Arrays.fill(x[2], 3);
    samples.put("constant_column", x);
    x = usual(2);
    Arrays.stream(x).forEach(column -> Arrays.fill(column, 3));
    samples.put("all_constant", x);
    x = usual(4);
    Arrays.fill(x[2], 3);
    x[2][RARE] = 4;
    samples.put("constant_in_a_fold", x);
    x = usual(4);
    x[3] = x[1].clone();
    samples.put("duplicated", x);
    samples.put("collinear", sum(usual(4), 1, 1));
    samples.put("nearly_collinear", sum(usual(4), 1, 1e-6));
    samples.put("far_from_zero", mapped(usual(4), 1, 1e4));
    samples.put("tiny", mapped(usual(4), 0x1p-490, 0));
    samples.put("huge", mapped(usual(4), 0x1p490, 0));
    x = usual(4);
    scale(x, 0, 0x1p490);
    scale(x, 1, 0x1p-490);
    scale(x, 3, 0x1p100);
    samples.put("every_scale", x);
    x = usual(4);
    scale(x, 1, 1e-160);
    samples.put("too_small_to_square", x);
    samples.put("one_column", usual(1));
    samples.put("three_rows", random(2, 3));
    samples.put("wide", random(40, 10));
    var named = new ArrayList<Named>();
    samples.forEach((name, columns) -> named.add(new Named(name, columns, ones(columns))));
    named.add(new Named("weights_of_0", with(usual(4), 17, 1e150), without(17)));
    named.add(new Named("weights_far_apart", usual(4), farApart()));
    return named;
  }

  static Named named(String name) {
    return all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  /** Columns whose first five rows come three times. */
  private static double[][] usual(int count) {
    var distinct = random(count, DISTINCT);
    var columns = new double[count][ROWS];
    for (int j = 0; j < count; j++) {
      for (int i = 0; i < ROWS; i++) {
        columns[j][i] = distinct[j][i < 3 * THRICE ? i / 3 : i - 2 * THRICE];
      }
    }
    return columns;
  }

  private static double[][] random(int count, int rows) {
    var random = new Random(31);
    var columns = new double[count][rows];
    for (var column : columns) {
      Arrays.setAll(column, i -> random.nextGaussian());
    }
    return columns;
  }

  private static double[][] sum(double[][] columns, double second, double third) {
    for (int i = 0; i < columns[3].length; i++) {
      columns[3][i] = second * columns[1][i] + third * columns[2][i];
    }
    return columns;
  }

  static double[][] mapped(double[][] columns, double scale, double shift) {
    return Arrays.stream(columns)
        .map(column -> Arrays.stream(column).map(value -> value * scale + shift).toArray())
        .toArray(double[][]::new);
  }

  private static void scale(double[][] columns, int j, double scale) {
    columns[j] = Arrays.stream(columns[j]).map(value -> value * scale).toArray();
  }

  private static double[][] with(double[][] columns, int row, double value) {
    Arrays.stream(columns).forEach(column -> column[row] = value);
    return columns;
  }

  private static double[] ones(double[][] columns) {
    var ones = new double[columns[0].length];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double[] without(int row) {
    var weights = new double[ROWS];
    Arrays.fill(weights, 1);
    weights[row] = 0;
    return weights;
  }

  private static double[] farApart() {
    var weights = new double[ROWS];
    Arrays.setAll(weights, i -> i == 17 ? 1e-300 : i == 16 ? 1e-8 : 1 + i % 2);
    return weights;
  }
}
