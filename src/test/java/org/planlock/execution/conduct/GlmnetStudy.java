package org.planlock.execution.conduct;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A reference case of glmnet as a table and a plan. Columns are called x1, x2 and so on; a column
 * that the case excludes is no term. glmnet counts an excluded column with factor 1 when it makes
 * factors sum to their number, so that a plan without the column needs its lambdas in the same
 * proportion.
 */
final class GlmnetStudy {
  private static final Path CASES = Path.of("src/test/resources/reference/glmnet");

  private final JsonObject json;
  private final List<String> rows;
  private final List<String> predictors;
  private final List<Double> factors;
  private final List<Integer> included;

  private GlmnetStudy(JsonObject json, List<String> rows) {
    this.json = json;
    this.rows = rows;
    this.predictors = texts(json.getAsJsonArray("predictors"));
    this.factors = numbers(json.getAsJsonArray("penalty_factor"));
    var excluded = texts(json.getAsJsonArray("exclude"));
    this.included =
        IntStream.range(0, predictors.size())
            .filter(j -> !excluded.contains(predictors.get(j)))
            .boxed()
            .toList();
  }

  static GlmnetStudy of(String name) throws IOException {
    var json = JsonParser.parseString(Files.readString(CASES.resolve(name + ".json")));
    var rows = Files.readAllLines(CASES.resolve(name + ".csv"));
    return new GlmnetStudy(json.getAsJsonObject(), rows.subList(1, rows.size()));
  }

  JsonArray lines() {
    return execution().getAsJsonArray("alphas");
  }

  JsonObject chosen() {
    return execution().getAsJsonObject("chosen");
  }

  int lineOf(double alpha) {
    return IntStream.range(0, lines().size())
        .filter(line -> lines().get(line).getAsJsonObject().get("alpha").getAsDouble() == alpha)
        .findFirst()
        .orElseThrow();
  }

  /** Coefficients of the chosen cell, in the order of the terms. */
  List<Double> coefficients() {
    var all = chosen().getAsJsonObject("coefficients");
    return included.stream().map(j -> all.get(predictors.get(j)).getAsDouble()).toList();
  }

  /** What one of the runs of the case gave. */
  JsonObject run(String run) {
    return json.getAsJsonObject("runs").getAsJsonObject(run);
  }

  /**
   * The names of the columns with a coefficient in the chosen cell of a run, as the table has them.
   */
  List<String> chosenTerms(String run) {
    var all = run(run).getAsJsonObject("chosen").getAsJsonObject("coefficients");
    return all().stream()
        .filter(j -> all.get(predictors.get(j)).getAsDouble() != 0)
        .map(j -> "x" + (j + 1))
        .toList();
  }

  /** The coefficient of a column in the chosen cell of a run. */
  double chosenCoefficient(String run, String column) {
    int j = Integer.parseInt(column.substring(1)) - 1;
    return run(run)
        .getAsJsonObject("chosen")
        .getAsJsonObject("coefficients")
        .get(predictors.get(j))
        .getAsDouble();
  }

  /** The case as a study in a folder, one listed sequence a model. */
  Execution in(Path folder) throws IOException {
    write(folder);
    return new Execution(Execution.bind(plan()), folder);
  }

  /**
   * The case as {@code cv.glmnet} carries it out: one model over all values of alpha, each fold at
   * its own sequence.
   *
   * @param solve {@code exact}, or {@code glmnet} with its threshold
   */
  Execution asInR(Path folder, String solve) throws IOException {
    write(folder);
    return new Execution(Execution.bind(ownPlan(solve)), folder);
  }

  /** That plan as text. */
  String ownPlan(String solve) {
    boolean binomial = json.get("family").getAsString().equals("binomial");
    return head(
            binomial ? "binomial_deviance" : "squared_error",
            json.get("grouped").getAsBoolean() ? "weighted mean over folds" : "mean over rows")
        + """
          - name: net
            outcome: response
            terms: [%s]
            penalty:
              family: elastic_net
              distribution: {family: %s, weights: %s, refit: none}
              objective: glmnet
              solve: %s
              l1_ratio: %s
              lambda: {values: 100, spacing: log_spaced, from: max, to: "0.01 * max when n < p, else 0.0001 * max"}
              lambda_max: {formula: glmnet, using: analysis_set, per: [model, l1_ratio]}
              lambda_folds: {values: own, interpolation: linear, early_stop: glmnet}
              standardize: %s
              intercept: %s
              penalty_factor: {%s, bounds: none, excluded: [%s]}
        """
            .formatted(
                terms(", ", all()),
                binomial ? "binomial" : "gaussian",
                weights(),
                solve,
                alphas(),
                json.get("standardize"),
                json.get("intercept_fitted").getAsBoolean() ? "free" : "none",
                factors(all()),
                terms(", ", all().stream().filter(j -> !included.contains(j)).toList()));
  }

  private String alphas() {
    var alphas = new ArrayList<String>();
    run("default")
        .getAsJsonArray("alphas")
        .forEach(line -> alphas.add(line.getAsJsonObject().get("alpha").toString()));
    return alphas.toString();
  }

  private void write(Path folder) throws IOException {
    var table = new StringBuilder("participant_id\tfold\tw\ty\t" + terms("\t", all()) + "\n");
    var folds = json.getAsJsonArray("foldid");
    var weights = json.getAsJsonArray("weights");
    for (int i = 0; i < rows.size(); i++) {
      table
          .append("r%04d\tf%s\t%s\t".formatted(i, folds.get(i), weights.get(i)))
          .append(rows.get(i).replace(',', '\t'))
          .append('\n');
    }
    Files.writeString(folder.resolve("rows.tsv"), table);
  }

  private static String head(String loss, String aggregate) {
    return """
    planlock: 1
    plan: {id: glmnet}
    data:
      tables:
        - {name: rows, file: rows.tsv, key: [participant_id], missing: [n/a], one_row_per: participant}
    sample: {order: file}
    variables:
      - {name: response, role: outcome, value: y, scaled: false}
    validate:
      scheme: given fold
      loss: {of: %s, aggregate: %s}
      select: {minimum: jointly, over: [l1_ratio, lambda]}
      ties: {within: 0 absolute, prefer: [larger l1_ratio, larger lambda]}
    models:
    """
        .formatted(loss, aggregate);
  }

  private String plan() {
    var plan =
        new StringBuilder(
            head(
                "squared_error",
                "mean over " + (json.get("grouped").getAsBoolean() ? "folds" : "rows")));
    for (int line = 0; line < lines().size(); line++) {
      plan.append(model(line, lines().get(line).getAsJsonObject()));
    }
    return plan.toString();
  }

  private String model(int line, JsonObject run) {
    return """
      - name: line%d
        outcome: response
        terms: [%s]
        penalty:
          family: elastic_net
          distribution: {family: gaussian, weights: %s}
          objective: glmnet
          l1_ratio: [%s]
          lambda: {listed: [%s]}
          standardize: %s
          intercept: %s
          penalty_factor: {%s}
    """
        .formatted(
            line,
            terms(", ", included),
            weights(),
            run.get("alpha"),
            numbers(run.getAsJsonArray("lambda")).stream()
                .map(lambda -> new BigDecimal(Double.toString(lambda * stretch())).toPlainString())
                .collect(Collectors.joining(", ")),
            json.get("standardize"),
            json.get("intercept_fitted").getAsBoolean() ? "free" : "none",
            factors(included));
  }

  /** glmnet's rescaling of the factors of included columns, over that without the excluded. */
  private double stretch() {
    double sum = included.stream().mapToDouble(factors::get).sum();
    int left = predictors.size() - included.size();
    return predictors.size() / (sum + left) * sum / included.size();
  }

  private String weights() {
    return numbers(json.getAsJsonArray("weights")).stream().distinct().count() > 1
        ? "column w"
        : "equal";
  }

  private String factors(List<Integer> columns) {
    var free = columns.stream().filter(j -> factors.get(j) == 0).toList();
    var own =
        columns.stream()
            .filter(j -> factors.get(j) != 0 && factors.get(j) != 1)
            .map(j -> "{factor: " + factors.get(j) + ", for: [x" + (j + 1) + "]}")
            .collect(Collectors.joining(", "));
    return "every_term: 1, terms: [" + own + "], unpenalised: [" + terms(", ", free) + "]";
  }

  private static String terms(String between, List<Integer> columns) {
    return columns.stream().map(j -> "x" + (j + 1)).collect(Collectors.joining(between));
  }

  private List<Integer> all() {
    return IntStream.range(0, predictors.size()).boxed().toList();
  }

  private JsonObject execution() {
    return json.getAsJsonObject("runs").getAsJsonObject("exact_common_lambda");
  }

  private static List<String> texts(JsonArray array) {
    var texts = new ArrayList<String>();
    array.forEach(element -> texts.add(element.getAsString()));
    return texts;
  }

  private static List<Double> numbers(JsonArray array) {
    return array.asList().stream().map(JsonElement::getAsDouble).toList();
  }
}
