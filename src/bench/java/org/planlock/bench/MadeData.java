package org.planlock.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.planlock.stats.Columns;
import org.planlock.stats.Sample;

/**
 * Made data of one shape, always the same: columns that correlate 0.3 with each other, an outcome
 * that ten of them explain. Every number is a multiple of 1/1024, so that its decimals are read
 * back as the same double by every program.
 *
 * @param columns by column, then by row
 * @param outcome one value a row
 */
record MadeData(double[][] columns, double[] outcome) {
  private static final double SHARED = 0.3;
  private static final int TRUE_COEFFICIENTS = 10;
  private static final double NOISE_SD = 3;
  private static final double STEP = 1.0 / 1024;

  static MadeData of(int rows, int columns) {
    var random = new SplittableRandom(1_000_003L * rows + columns);
    var x = new double[columns][rows];
    var y = new double[rows];
    for (int i = 0; i < rows; i++) {
      double common = Math.sqrt(SHARED) * normal(random);
      for (int j = 0; j < columns; j++) {
        x[j][i] = rounded(common + Math.sqrt(1 - SHARED) * normal(random));
        if (j < TRUE_COEFFICIENTS) {
          y[i] += coefficient(j) * x[j][i];
        }
      }
      y[i] = rounded(y[i] + NOISE_SD * normal(random));
    }
    return new MadeData(x, y);
  }

  int rows() {
    return outcome.length;
  }

  /** Rows and columns as people write them. */
  String shape() {
    return outcome.length + " x " + columns.length;
  }

  Sample sample() {
    return Sample.of(Columns.of(outcome.length, columns), outcome);
  }

  /** A header, the outcome y, then x1 and so on. */
  void write(Path file) throws IOException {
    write(file, "", i -> "");
  }

  /** The same behind a first column {@code id}. */
  void writeWithIds(Path file) throws IOException {
    write(file, "id,", i -> "p%04d,".formatted(i + 1));
  }

  /** Names of the predictors, in the order of the columns. */
  String names() {
    return IntStream.rangeClosed(1, columns.length)
        .mapToObj(j -> "x" + j)
        .collect(Collectors.joining(", "));
  }

  private interface Start {
    String of(int row);
  }

  private void write(Path file, String header, Start start) throws IOException {
    try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(header + "y," + names().replace(" ", "") + "\n");
      for (int i = 0; i < outcome.length; i++) {
        out.write(start.of(i) + text(outcome[i]));
        for (var column : columns) {
          out.write(',');
          out.write(text(column[i]));
        }
        out.write('\n');
      }
    }
  }

  /** Without an exponent, which Double.toString writes below 0.001. */
  private static String text(double value) {
    return Math.abs(value) >= 1e-3 || value == 0
        ? Double.toString(value)
        : BigDecimal.valueOf(value).toPlainString();
  }

  private static double coefficient(int j) {
    return (j % 2 == 0 ? 1 : -1) * (1.5 - 0.1 * j);
  }

  private static double rounded(double value) {
    return Math.rint(value / STEP) * STEP;
  }

  /** Twelve uniform numbers: near enough to normal, and the same on every machine. */
  private static double normal(SplittableRandom random) {
    double sum = -6;
    for (int k = 0; k < 12; k++) {
      sum += random.nextDouble();
    }
    return sum;
  }
}
