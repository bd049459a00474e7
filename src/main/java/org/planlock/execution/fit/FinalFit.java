package org.planlock.execution.fit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.planlock.execution.result.Coefficients;
import org.planlock.stats.Columns;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.elasticnet.ElasticNetFit;

/** A fit at one cell, with or without penalty. */
record FinalFit(
    double intercept, DoubleVector coefficients, double kkt, int iterations, boolean converged) {

  static FinalFit of(ElasticNetFit fit) {
    return new FinalFit(
        fit.intercept(),
        DoubleVector.of(fit.coefficients().toArray()),
        fit.kktViolation(),
        fit.iterations(),
        fit.converged());
  }

  /** Intercept and columns times coefficients, one value a row. */
  double[] predict(Columns predictors) {
    var predicted = new double[predictors.rows()];
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = intercept;
      for (int j = 0; j < coefficients.size(); j++) {
        predicted[i] += coefficients.at(j) * predictors.at(i, j);
      }
    }
    return predicted;
  }

  /** What is said of each row: the prediction, or of a logit the share of class 1. */
  static double[] shown(double[] predicted, boolean logits) {
    return logits
        ? Arrays.stream(predicted).map(logit -> 1 / (1 + StrictMath.exp(-logit))).toArray()
        : predicted;
  }

  Coefficients named(List<String> columns) {
    var byTerm = new LinkedHashMap<String, Double>();
    for (int j = 0; j < columns.size(); j++) {
      // -0.0 and 0.0 are one number to people, and must be one in the bytes
      byTerm.put(columns.get(j), coefficients.at(j) + 0.0);
    }
    return new Coefficients(intercept, byTerm);
  }
}
