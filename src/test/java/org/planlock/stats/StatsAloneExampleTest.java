package org.planlock.stats;

import static org.assertj.core.api.Assertions.assertThat;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planlock.stats.elasticnet.ElasticNet;
import org.planlock.stats.elasticnet.ElasticNetOptions;
import org.planlock.stats.elasticnet.Objective;
import org.planlock.stats.elasticnet.OwnSequences;
import org.planlock.stats.elasticnet.Solve;
import org.planlock.stats.tuning.CrossValidatedNet;
import org.planlock.stats.tuning.Preference;
import org.planlock.stats.tuning.SelectionRule;
import org.planlock.stats.tuning.TieTolerance;

/** The room on its own, without a plan: the example of its package page, in Java and in Groovy. */
class StatsAloneExampleTest {
  private static final double[][] X = predictors();
  private static final double[] Y = outcome();

  /** What the example ends with. */
  private record Chosen(double l1Ratio, double lambda, double error, DoubleVector coefficients) {}

  @Test
  void choosesAndFitsInTenLinesOfJava() {
    var chosen = inJava(X, Y);
    assertThat(chosen.l1Ratio()).isIn(0.1, 0.5, 1.0);
    assertThat(chosen.error()).isPositive().isLessThan(Math.pow(Moments.populationSd(Y), 2));
    assertThat(chosen.coefficients().size()).isEqualTo(5);
    assertThat(chosen.coefficients().at(0)).isGreaterThan(1);
    assertThat(chosen.coefficients().at(1)).isLessThan(-0.3);
  }

  @Test
  void isTheSameInGroovy() throws IOException {
    var inGroovy = (Map<?, ?>) new GroovyShell(data()).evaluate(example());
    var inJava = inJava(X, Y);
    assertThat(inGroovy.get("l1Ratio")).isEqualTo(inJava.l1Ratio());
    assertThat(inGroovy.get("lambda")).isEqualTo(inJava.lambda());
    assertThat(inGroovy.get("error")).isEqualTo(inJava.error());
    assertThat(inGroovy.get("coefficients")).isEqualTo(inJava.coefficients().toArray());
  }

  private static Chosen inJava(double[][] x, double[] y) {
    var sample = Sample.of(Columns.ofRows(x), y);
    var options = ElasticNetOptions.of(Objective.GLMNET).solve(Solve.EXACT).standardize(true);
    var net = new CrossValidatedNet(new ElasticNet(options), OwnSequences.usual(0.1, 0.5, 1.0));
    var tuned = net.evaluate(sample, Folds.leaveOneOut(sample.rows()), Labour.on(2));
    var ties = TieTolerance.relative(1e-12);
    var sparser = List.of(Preference.LARGER_L1_RATIO, Preference.LARGER_LAMBDA);
    var rule = new SelectionRule(SelectionRule.Criterion.MINIMUM, ties, sparser);
    var cell = tuned.select(rule).cell();
    var fit = tuned.at(cell);
    var coefficients = DoubleVector.of(fit.coefficients().toArray());
    return new Chosen(cell.l1Ratio(), cell.lambda(), cell.error(), coefficients);
  }

  private static Binding data() {
    var data = new Binding();
    data.setVariable("x", X);
    data.setVariable("y", Y);
    return data;
  }

  private static String example() throws IOException {
    try (var stream =
        StatsAloneExampleTest.class.getResourceAsStream("/examples/elastic_net.groovy")) {
      if (stream == null) {
        throw new IllegalStateException("no example");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static double[][] predictors() {
    var numbers = new Sha256Counter("example".getBytes(StandardCharsets.UTF_8), "predictors");
    var x = new double[24][5];
    for (var row : x) {
      for (int j = 0; j < row.length; j++) {
        row[j] = 2 * numbers.nextDouble() - 1;
      }
    }
    return x;
  }

  /** 2 x0 - x1, and noise. */
  private static double[] outcome() {
    var numbers = new Sha256Counter("example".getBytes(StandardCharsets.UTF_8), "noise");
    var y = new double[X.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = 2 * X[i][0] - X[i][1] + 0.5 * (2 * numbers.nextDouble() - 1);
    }
    return y;
  }
}
