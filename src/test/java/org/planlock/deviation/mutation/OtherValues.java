package org.planlock.deviation.mutation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreeText;

/** Other values that could stand where a plan has one; many of them are no plan and fall away. */
final class OtherValues {
  private static final Map<String, List<String>> WORDS =
      Map.ofEntries(
          Map.entry("using", List.of("enrolled", "analysis_set", "training_fold", "row")),
          Map.entry("to", List.of("z(sd n)", "z(sd n-1)", "centre", "0.05 * max", "0.2 * max")),
          Map.entry("constant", List.of("zero", "kept", "abort")),
          Map.entry(
              "by",
              List.of(
                  "mean",
                  "median(mean_of_middle_two)",
                  "pearson",
                  "spearman",
                  "kendall",
                  "cv_mse",
                  "cv_r2")),
          Map.entry(
              "rows",
              List.of("participant x session per_session", "participant", "complete_cases on age")),
          Map.entry(
              "as",
              List.of(
                  "product(unscaled imaging, unscaled dummy)",
                  "product(scaled imaging, scaled dummy)")),
          Map.entry("objective", List.of("glmnet", "textbook")),
          Map.entry("solve", List.of("exact", "glmnet")),
          Map.entry("standardize", List.of("true", "false")),
          Map.entry("intercept", List.of("free", "none")),
          Map.entry("spacing", List.of("linear", "log_spaced")),
          Map.entry("scheme", List.of("k_fold 4", "k_fold 5", "leave_one_out")),
          Map.entry(
              "aggregate",
              List.of("mean over rows", "mean over folds", "weighted mean over folds")),
          Map.entry("of", List.of("misclassification", "binomial_deviance", "squared_error")),
          Map.entry("minimum", List.of("in_turn", "jointly")),
          Map.entry("sst", List.of("mean of all rows", "mean of training_fold")),
          Map.entry("formula", List.of("1 - sse/sst", "correlation^2", "squared_correlation")),
          Map.entry("role", List.of("primary", "secondary", "exploratory")),
          Map.entry("reason", List.of("sap", "protocol", "data_driven")),
          Map.entry(
              "order",
              List.of("file", "id descending", "participant_id descending", "patient descending")),
          Map.entry("edge", List.of("abort", "widen")),
          Map.entry(
              "prefer",
              List.of(
                  "[larger lambda]",
                  "[smaller l1_ratio, larger lambda]",
                  "[larger l1_ratio, smaller lambda]")),
          Map.entry("bounds", List.of("0 .. infinity", "none")),
          Map.entry("weights", List.of("equal", "age")),
          Map.entry("refit", List.of("'relaxed gamma 0, 1'", "none")),
          Map.entry("class_one", List.of("\"no\"")),
          Map.entry("stream", List.of("one", "per step")),
          Map.entry("seed", List.of("{integer: 7, because: chosen}", "7")),
          Map.entry("threads", List.of("1", "any")),
          Map.entry("siblings", List.of("[another]", "[]")),
          Map.entry("window", List.of("7 days")),
          Map.entry("fallback", List.of("nearest")),
          Map.entry("scaled", List.of("true", "false")),
          Map.entry("outliers", List.of("winsorise 3 sd")),
          Map.entry("one_row_per", List.of("session")),
          Map.entry("grouped", List.of("male")),
          Map.entry(
              "below",
              List.of("[{count: 5, in: analysis_set}]", "[{per_group: 1, in: analysis_set}]")),
          Map.entry("first_row", List.of("kept")),
          Map.entry("from", List.of("mean of all folds")),
          Map.entry("unit", List.of("cm")),
          Map.entry("units", List.of("none")),
          Map.entry("reference", List.of("F", "ketamine", "\"1\"", "\"2\"", "\"yes\"")));

  private OtherValues() {}

  static List<String> of(String path, PlanNode node) {
    var key = path.substring(path.lastIndexOf('.') + 1);
    Set<String> values = new LinkedHashSet<>(WORDS.getOrDefault(key, List.of()));
    var text = TreeText.of(node);
    if (node instanceof PlanNode.Sequence list
        && list.items().stream().allMatch(PlanNode.Scalar.class::isInstance)) {
      values.addAll(lists(list.items().stream().map(TreeText::of).toList()));
    } else if (text.matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?")) {
      double number = Double.parseDouble(text);
      values.addAll(
          List.of(whole(number + 1), whole(number * 0.5), whole(number * 2), whole(number * 10)));
    } else {
      values.addAll(expressions(text));
    }
    values.remove(text);
    return List.copyOf(values);
  }

  private static List<String> lists(List<String> items) {
    var other = new ArrayList<String>();
    if (items.size() > 1) {
      other.add(written(items.subList(0, items.size() - 1)));
      other.add(written(items.subList(1, items.size())));
      var turned = new ArrayList<>(items);
      Collections.reverse(turned);
      other.add(written(turned));
    }
    return other;
  }

  private static String written(List<String> items) {
    return items.stream().map(i -> "\"" + i + "\"").collect(Collectors.joining(", ", "[", "]"));
  }

  /** Another operator, sign or number in an expression. */
  private static List<String> expressions(String text) {
    var other = new ArrayList<String>();
    for (var change :
        Map.of(" >= ", " > ", " > ", " >= ", " < ", " <= ", " <= ", " < ", " - ", " + ")
            .entrySet()) {
      if (text.contains(change.getKey())) {
        other.add(
            quoted(text.replaceFirst(change.getKey().replace("+", "\\+"), change.getValue())));
      }
    }
    var parts = text.split(" - ");
    if (parts.length == 2) {
      other.add(quoted(parts[1] + " - " + parts[0]));
      other.add(quoted(parts[0]));
    }
    var number = Pattern.compile("(?<![\\w.])\\d+(\\.\\d+)?(?![\\w.])").matcher(text);
    if (number.find()) {
      double value = Double.parseDouble(number.group());
      for (double factor : new double[] {0.5, 2}) {
        other.add(
            quoted(
                text.substring(0, number.start())
                    + whole(value * factor)
                    + text.substring(number.end())));
      }
    }
    return other;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String whole(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e9
        ? String.valueOf((long) number)
        : String.valueOf(number);
  }
}
