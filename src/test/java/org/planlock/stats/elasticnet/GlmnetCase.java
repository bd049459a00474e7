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

/** One reference case: data, options and the runs that R's glmnet 4.1-6 made (make.R beside it). */
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
        .penaltyFactors(PenaltyFactors.rescaled(factors).excluding(excluded));
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

  /** Cases with a gaussian outcome. */
  static List<String> gaussian() {
    return List.of(
        "trial_agnostic",
        "trial_interactions",
        "trial_interactions_madrs",
        "wide_raw_scales",
        "collinear",
        "constant_and_rare",
        "penalty_factors_weights",
        "square_21",
        "tall_early_stop",
        "tall_five_folds",
        "not_standardised");
  }

  static Double[] l1Ratios(List<JsonObject> alphas) {
    return alphas.stream().map(one -> one.get("alpha").getAsDouble()).toArray(Double[]::new);
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
    try (var stream = GlmnetCase.class.getResourceAsStream("/reference/glmnet/" + file)) {
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
