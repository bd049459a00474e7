package org.planlock.stats.elasticnet;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.planlock.stats.tuning.LineChoice;

/** One run of a reference case beside ours: the largest deviation of each quantity. */
record ComparedRun(List<JsonObject> theirs, CvExecution ours) {
  double lambda() {
    return worst(
        line ->
            Deviations.relative(numbers(line, "lambda"), path(line).line().lambdas().toArray()));
  }

  /** Largest deviation of a coefficient, where the reference holds coefficients. */
  double coefficients() {
    return worst(line -> theirs.get(line).has("beta") ? coefficients(line) : 0);
  }

  double cvm() {
    return worst(
        line -> Deviations.relative(numbers(line, "cvm"), ours.table().error(line).toArray()));
  }

  double cvsd() {
    return worst(
        line -> Deviations.relative(numbers(line, "cvsd"), ours.table().se(line).toArray()));
  }

  boolean sameIndices() {
    return lines()
        .allMatch(
            line -> {
              var choice = LineChoice.of(ours.table(), line);
              return choice.indexMin() + 1 == theirs.get(line).get("index_min").getAsInt()
                  && choice.indexOneSe() + 1 == theirs.get(line).get("index_1se").getAsInt();
            });
  }

  boolean samePasses() {
    return lines()
        .allMatch(line -> path(line).passes() == theirs.get(line).get("npasses").getAsInt());
  }

  private double coefficients(int line) {
    var beta = theirs.get(line).getAsJsonArray("beta");
    return IntStream.range(0, beta.size())
        .mapToDouble(
            k ->
                Deviations.ofLargest(
                    GlmnetCase.numbers(beta.get(k).getAsJsonArray()),
                    path(line).fits().get(k).coefficients().toArray()))
        .max()
        .orElse(0);
  }

  private FittedPath path(int line) {
    return ours.paths().get(line);
  }

  private double[] numbers(int line, String key) {
    return GlmnetCase.numbers(theirs.get(line).getAsJsonArray(key));
  }

  private double worst(ToDoubleFunction<Integer> deviation) {
    return lines().mapToDouble(deviation::applyAsDouble).max().orElse(0);
  }

  private IntStream lines() {
    return IntStream.range(0, theirs.size());
  }
}
