package org.planlock.stats.elasticnet;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.planlock.stats.Columns;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.FoldAssignment;
import org.planlock.stats.Folds;
import org.planlock.stats.Labour;
import org.planlock.stats.Sample;
import org.planlock.stats.Sha256Counter;
import org.planlock.stats.tuning.CrossValidatedNet;
import org.planlock.stats.tuning.CrossValidatedPaths;

/**
 * Digests of all doubles that a few whole cross-validations end with: paths, predictions, errors.
 * As a program it prints them, after so many rounds as it is told to, so that compiled code is seen
 * too.
 */
final class EveryBit {
  private EveryBit() {}

  /** A cross-validation whose every bit must not depend on where and how it is computed. */
  private record Trial(Sample sample, FoldAssignment folds, ElasticNetOptions options) {}

  public static void main(String[] arguments) {
    int rounds = Integer.parseInt(arguments[0]);
    var first = digests(1);
    for (int round = 1; round < rounds; round++) {
      var again = digests(1);
      if (!again.equals(first)) {
        System.out.println("round " + round + " differs: " + again);
      }
    }
    first.forEach((name, digest) -> System.out.println(name + " " + digest));
  }

  /** One digest for each trial, by its name. */
  static Map<String, String> digests(int threads) {
    var digests = new TreeMap<String, String>();
    trials().forEach((name, trial) -> digests.put(name, digest(trial, threads)));
    return digests;
  }

  private static Map<String, Trial> trials() {
    var trials = new TreeMap<String, Trial>();
    var usual = ElasticNetOptions.of(Objective.GLMNET).standardize(true);
    var small = sample(18, 30);
    var wide = sample(9, 510);
    var tall = sample(40, 7);
    for (var solve : Solve.values()) {
      var options = usual.solve(solve);
      trials.put("small " + solve, new Trial(small, Folds.leaveOneOut(18), options));
      trials.put("wide " + solve, new Trial(wide, Folds.leaveOneOut(9), options));
      trials.put("limited " + solve, new Trial(tall, thirds(40), limited(options)));
    }
    return trials;
  }

  private static ElasticNetOptions limited(ElasticNetOptions options) {
    var factors = PenaltyFactors.rescaled(List.of(0.0, 1.0, 1.0, 2.0, 1.0, 1.0, 0.5));
    var limits = new CoefficientLimits(List.of(), Collections.nCopies(7, 0.8));
    return options.standardize(false).intercept(false).penaltyFactors(factors).limits(limits);
  }

  private static FoldAssignment thirds(int rows) {
    var folds = new int[rows];
    for (int i = 0; i < rows; i++) {
      folds[i] = i % 3;
    }
    return FoldAssignment.of(folds);
  }

  private static Sample sample(int rows, int columns) {
    var seed = "every bit".getBytes(StandardCharsets.UTF_8);
    var numbers = new Sha256Counter(seed, rows + "x" + columns);
    var x = new double[columns][rows];
    var y = new double[rows];
    var weights = new double[rows];
    for (int i = 0; i < rows; i++) {
      double common = numbers.nextDouble();
      for (int j = 0; j < columns; j++) {
        x[j][i] = common + 2 * numbers.nextDouble();
      }
      y[i] = 2 * x[0][i] - x[1][i] + x[2][i] + numbers.nextDouble();
      weights[i] = 1 + numbers.nextDouble();
    }
    return Sample.of(Columns.of(rows, x), y, weights);
  }

  private static String digest(Trial trial, int threads) {
    var strengths = new OwnSequences(List.of(0.0, 0.4, 1.0), 40, SmallestRatio.usual());
    var net = new CrossValidatedNet(new ElasticNet(trial.options()), strengths);
    var done = net.evaluate(trial.sample(), trial.folds(), Labour.on(threads));
    try {
      var bytes = new ByteArrayOutputStream();
      write(done, new DataOutputStream(bytes));
      var sha = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
      return HexFormat.of().formatHex(sha);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(CrossValidatedPaths done, DataOutputStream out) throws IOException {
    for (int line = 0; line < done.paths().size(); line++) {
      for (var fit : done.paths().get(line).fits()) {
        out.writeDouble(fit.lambda());
        out.writeDouble(fit.intercept());
        out.writeDouble(fit.kktViolation());
        out.writeInt(fit.iterations());
        write(DoubleVector.of(fit.coefficients().toArray()), out);
      }
      write(done.table().error(line), out);
      write(done.table().se(line), out);
      for (int k = 0; k < done.paths().get(line).fits().size(); k++) {
        write(done.table().predictions(line, k), out);
      }
    }
    out.writeDouble(done.table().worstKktViolation());
  }

  private static void write(DoubleVector values, DataOutputStream out) throws IOException {
    for (int i = 0; i < values.size(); i++) {
      out.writeLong(Double.doubleToRawLongBits(values.at(i)));
    }
  }
}
