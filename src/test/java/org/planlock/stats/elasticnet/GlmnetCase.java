package org.planlock.stats.elasticnet;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.planlock.stats.Columns;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.FoldAssignment;
import org.planlock.stats.Sample;
import org.planlock.stats.tuning.Aggregation;
import org.planlock.stats.tuning.Loss;

/**
 * One reference case: data, options and the runs that R's glmnet 4.1-6 made. Cases in
 * reference/glmnet come from make.R beside them, those in reference/nets from src/test/R/nets.R.
 */
record GlmnetCase(String name, JsonObject json, Sample sample) {

  static GlmnetCase read(String name) {
    var json = JsonParser.parseString(text(name + ".json")).getAsJsonObject();
    var lines = text(name + ".csv").strip().split("\\R");
    var outcome = new double[lines.length - 1];
    var rows = new double[lines.length - 1][];
    for (int i = 1; i < lines.length; i++) {
      var cells = lines[i].split(",");
      outcome[i - 1] = Double.parseDouble(cells[0]);
      rows[i - 1] =
          IntStream.range(1, cells.length).mapToDouble(j -> Double.parseDouble(cells[j])).toArray();
    }
    var weights = numbers(json.getAsJsonArray("weights"));
    return new GlmnetCase(name, json, Sample.of(Columns.ofRows(rows), outcome, weights));
  }

  ElasticNetOptions options() {
    var names = strings("predictors");
    Set<Integer> excluded = new HashSet<>();
    for (var name : strings("exclude")) {
      excluded.add(names.indexOf(name));
    }
    var factors = DoubleVector.of(numbers(json.getAsJsonArray("penalty_factor"))).toList();
    return ElasticNetOptions.of(Objective.GLMNET)
        .standardize(json.get("standardize").getAsBoolean())
        .intercept(json.get("intercept_fitted").getAsBoolean())
        .penaltyFactors(PenaltyFactors.rescaled(factors).excluding(excluded))
        .limits(limits())
        .family(
            json.get("family").getAsString().equals("binomial")
                ? Family.BINOMIAL
                : Family.GAUSSIAN);
  }

  /** glmnet's own iterates, with the threshold of one of its runs. */
  ElasticNetOptions glmnet(String which) {
    var options = options().solve(Solve.GLMNET);
    double threshold = execution(which).get("thresh").getAsDouble();
    return options.stopping(
        options.stopping().threshold(threshold).maxPasses(Stopping.MOST_PASSES));
  }

  private CoefficientLimits limits() {
    return json.has("lower_limits")
        ? new CoefficientLimits(
            DoubleVector.of(numbers(json.getAsJsonArray("lower_limits"))).toList(),
            DoubleVector.of(numbers(json.getAsJsonArray("upper_limits"))).toList())
        : CoefficientLimits.none();
  }

  /** The strengths that the call asked for: given ones, or own sequences of its l1Ratios. */
  Strengths asked(String which) {
    if (json.has("lambda_given")) {
      return grid(which);
    }
    var l1Ratios = alphas(which).stream().map(one -> one.get("alpha").getAsDouble()).toList();
    int count = json.has("nlambda") ? json.get("nlambda").getAsInt() : 100;
    return new OwnSequences(l1Ratios, count, smallest());
  }

  /** The loss whose mean is cvm. */
  Loss loss() {
    return json.get("family").getAsString().equals("binomial")
        ? Loss.BINOMIAL_DEVIANCE
        : Loss.SQUARED_ERROR;
  }

  private SmallestRatio smallest() {
    return json.has("lambda_min_ratio")
        ? SmallestRatio.always(json.get("lambda_min_ratio").getAsDouble())
        : SmallestRatio.usual();
  }

  FoldAssignment folds() {
    return FoldAssignment.of(
        json.getAsJsonArray("foldid").asList().stream()
            .mapToInt(fold -> fold.getAsInt() - 1)
            .toArray());
  }

  Aggregation aggregation() {
    return json.get("grouped").getAsBoolean() ? Aggregation.FOLDS_BY_WEIGHT : Aggregation.ROWS;
  }

  static Double[] l1Ratios(List<JsonObject> alphas) {
    return alphas.stream().map(one -> one.get("alpha").getAsDouble()).toArray(Double[]::new);
  }

  boolean holds(String run) {
    return json.getAsJsonObject("runs").has(run);
  }

  JsonObject execution(String which) {
    return json.getAsJsonObject("runs").getAsJsonObject(which);
  }

  List<JsonObject> alphas(String which) {
    return execution(which).getAsJsonArray("alphas").asList().stream()
        .map(element -> element.getAsJsonObject())
        .toList();
  }

  TuningGrid grid(String which) {
    var lines = new ArrayList<TuningLine>();
    for (var one : alphas(which)) {
      lines.add(
          new TuningLine(
              one.get("alpha").getAsDouble(),
              DoubleVector.of(numbers(one.getAsJsonArray("lambda")))));
    }
    return new TuningGrid(lines);
  }

  List<String> strings(String key) {
    return json.getAsJsonArray(key).asList().stream().map(e -> e.getAsString()).toList();
  }

  static double[] numbers(JsonArray array) {
    return array.asList().stream().mapToDouble(e -> e.getAsDouble()).toArray();
  }

  private static String text(String file) {
    var folder =
        GlmnetCase.class.getResource("/reference/glmnet/" + file) == null ? "nets" : "glmnet";
    try (var stream = GlmnetCase.class.getResourceAsStream("/reference/" + folder + "/" + file)) {
      if (stream == null) {
        throw new IllegalStateException("no test resource " + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
