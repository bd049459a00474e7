package org.planlock.execution.prepare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.sample.Column;
import org.planlock.execution.sample.Values;
import org.planlock.stats.Columns;
import org.planlock.stats.LeastSquaresFit;
import org.planlock.stats.OrdinaryLeastSquares;

/** Residuals of one column: learnt on some rows, formed in all. */
final class LeastSquaresResiduals {
  private final StepRun run;
  private final Column target;
  private final Map<String, Column> regressors;
  private final boolean intercept;

  LeastSquaresResiduals(
      StepRun run, Column target, Map<String, Column> regressors, boolean intercept) {
    this.run = run;
    this.target = target;
    this.regressors = regressors;
    this.intercept = intercept;
  }

  /** One fit over some sessions of the column together; the column of their residuals. */
  Column learn(List<String> sessions, int[] fitRows, StepEvent event, String session) {
    var outcome = new ArrayList<Double>();
    var predictors = regressors.values().stream().map(r -> new ArrayList<Double>()).toList();
    for (var part : sessions) {
      for (int row : fitRows) {
        var x = predictors(part, row);
        double y = number(target, part, row);
        if (!Double.isNaN(y) && x.stream().noneMatch(value -> value.isNaN())) {
          outcome.add(y);
          for (int j = 0; j < x.size(); j++) {
            predictors.get(j).add(x.get(j));
          }
        }
      }
    }
    var fit = fit(outcome, predictors);
    fit.ifPresent(found -> event.learnt(learntName(session), learnt(found, outcome.size())));
    return fit.map(found -> residuals(sessions, found)).orElse(target);
  }

  private Optional<LeastSquaresFit> fit(
      List<Double> outcome, List<? extends List<Double>> predictors) {
    var x = predictors.stream().map(LeastSquaresResiduals::array).toArray(double[][]::new);
    var fitted = OrdinaryLeastSquares.fit(Columns.of(outcome.size(), x), array(outcome), intercept);
    if (fitted instanceof LeastSquaresFit fit) {
      return Optional.of(fit);
    }
    run.report(
        Rule.NOT_ESTIMABLE,
        "`"
            + target.name()
            + "` cannot be residualised: "
            + outcome.size()
            + " complete rows, or regressors that do not vary or repeat each other");
    return Optional.empty();
  }

  private Column residuals(List<String> sessions, LeastSquaresFit fit) {
    Map<String, Values> parts = new LinkedHashMap<>();
    for (var session : sessions) {
      var values = new double[run.size()];
      for (int row = 0; row < values.length; row++) {
        var x = predictors(session, row);
        values[row] = number(target, session, row) - fit.intercept();
        for (int j = 0; j < x.size(); j++) {
          values[row] -= fit.coefficients().at(j) * x.get(j);
        }
      }
      parts.put(session, Values.of(values));
    }
    return new Column(target.name(), parts);
  }

  private Map<String, Double> learnt(LeastSquaresFit fit, int rows) {
    Map<String, Double> learnt = new LinkedHashMap<>();
    learnt.put("n", (double) rows);
    if (intercept) {
      learnt.put("intercept", fit.intercept());
    }
    int j = 0;
    for (var name : regressors.keySet()) {
      learnt.put(name, fit.coefficients().at(j++));
    }
    return learnt;
  }

  private String learntName(String session) {
    return session.isEmpty() ? target.name() : target.name() + " at " + session;
  }

  private List<Double> predictors(String session, int row) {
    return regressors.values().stream().map(column -> number(column, session, row)).toList();
  }

  private static double number(Column column, String session, int row) {
    var values = column.perSession() ? column.at(session) : column.always();
    return ((Values.Numbers) values.orElseThrow()).numbers().at(row);
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
