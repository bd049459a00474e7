package org.planlock.stats.elasticnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.stats.Columns;
import org.planlock.stats.LogSpacing;
import org.planlock.stats.Sample;
import org.planlock.stats.Sha256Counter;

/** Seeded random problems of every awkward shape, each certified by {@link Optimality}. */
@Timeout(60)
class HostileDataTest {

  @ParameterizedTest
  @CsvSource({
    "3, 1", "3, 2", "3, 60", "5, 4", "5, 5", "21, 1", "21, 20", "21, 21", "21, 60", "21, 300",
    "60, 8"
  })
  void certifiesEveryFitOfEveryShape(int rows, int columns) {
    for (int variant = 0; variant < 48; variant++) {
      var numbers = numbers(rows + "x" + columns + "/" + variant);
      var sample = sample(rows, columns, variant, numbers);
      var options =
          ElasticNetOptions.of(variant % 2 == 0 ? Objective.GLMNET : Objective.TEXTBOOK)
              .standardize(variant % 3 != 0)
              .intercept(variant % 5 != 0)
              .penaltyFactors(factors(columns, variant));
      var effective = options.penaltyFactors().effective(columns);
      for (double l1Ratio : new double[] {0, 0.001, 0.3, 1}) {
        double first = LambdaMax.ofGlmnet(sample, options, l1Ratio);
        if (first == 0) {
          continue;
        }
        var lambdas = LogSpacing.between(2 * first, 1e-4 * first, 12);
        var path = new ElasticNet(options).path(sample, new TuningLine(l1Ratio, lambdas));
        for (var fit : path.fits()) {
          var what =
              "variant %d l1Ratio %s lambda %s %s".formatted(variant, l1Ratio, fit.lambda(), fit);
          assertThat(fit.converged()).as(what).isTrue();
          assertThat(Optimality.violation(sample, options, effective, fit))
              .as(what)
              .isLessThanOrEqualTo(2e-9);
        }
      }
    }
  }

  private static PenaltyFactors factors(int columns, int variant) {
    if (variant % 4 != 3 || columns < 5) {
      return PenaltyFactors.equal();
    }
    var factors = new ArrayList<Double>();
    for (int j = 0; j < columns; j++) {
      factors.add(j == 1 ? 0.0 : 0.5 + j % 3);
    }
    return PenaltyFactors.rescaled(factors).excluding(Set.of(2));
  }

  /** Copies, sums, constants, rare dummies and scales from 1e-8 to 1e8, by the bits of variant. */
  private static Sample sample(int rows, int columns, int variant, Sha256Counter numbers) {
    var x = new double[columns][rows];
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < rows; i++) {
        x[j][i] = normal(numbers);
      }
      boolean copied = (variant & 1) != 0 && j % 4 == 3;
      if (copied) {
        x[j] = x[j - 1].clone();
      } else if ((variant & 2) != 0 && j % 5 == 4) {
        for (int i = 0; i < rows; i++) {
          x[j][i] = x[j - 1][i] - 2 * x[j - 2][i];
        }
      } else if ((variant & 4) != 0 && j % 6 == 5) {
        Arrays.fill(x[j], 7);
        x[j][j % rows] = j % 4 == 1 ? 8 : 7;
      }
      if ((variant & 8) != 0 && !copied) {
        double scale = List.of(1e-8, 1e-3, 1.0, 1e4, 1e8).get(j % 5);
        double shift = (variant & 16) != 0 ? 30 * scale : 0;
        x[j] = Arrays.stream(x[j]).map(v -> v * scale + shift).toArray();
      }
    }
    var y = new double[rows];
    var weights = new double[rows];
    for (int i = 0; i < rows; i++) {
      y[i] = (variant & 32) != 0 ? 1e5 * normal(numbers) : 3 + normal(numbers);
      weights[i] = variant % 7 == 6 ? 0.1 + numbers.nextDouble() : 1;
    }
    return Sample.of(Columns.of(rows, x), y, weights);
  }

  private static double normal(Sha256Counter numbers) {
    double sum = -6;
    for (int k = 0; k < 12; k++) {
      sum += numbers.nextDouble();
    }
    return sum;
  }

  private static Sha256Counter numbers(String stream) {
    return new Sha256Counter("hostile data".getBytes(StandardCharsets.UTF_8), stream);
  }
}
