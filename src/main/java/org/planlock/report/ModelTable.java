package org.planlock.report;

import static org.planlock.report.ExecutionText.number;
import static org.planlock.report.ExecutionText.objects;
import static org.planlock.report.ExecutionText.text;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The fitted models, one a line, and which of their terms were kept. */
final class ModelTable {
  private final JsonObject results;

  ModelTable(JsonObject results) {
    this.results = results;
  }

  String lines() {
    var models = objects(results, "models");
    if (models.isEmpty()) {
      return "";
    }
    var lines = new ArrayList<List<String>>();
    boolean squared = models.stream().noneMatch(one -> one.has("loss"));
    lines.add(
        List.of(
            "model",
            "n",
            "grid",
            "l1_ratio",
            "lambda",
            squared ? "cv mse" : "cv error",
            "without terms",
            "kept",
            "r2"));
    models.forEach(one -> lines.add(line(one)));
    var kept = models.stream().map(ModelTable::kept).collect(Collectors.joining());
    return FittedTable.of(lines, Style.UNBOUNDED) + "\n" + kept + "\n";
  }

  private static List<String> line(JsonObject one) {
    var selected = one.getAsJsonObject("selected");
    var interceptOnly = one.getAsJsonObject("interceptOnly");
    return List.of(
        Visible.text(text(one, "name")),
        text(one, "n"),
        grid(one),
        selected == null ? "–" : number(selected.get("l1Ratio")),
        selected == null ? "–" : number(selected.get("lambda")) + gamma(selected),
        one.has("loss")
            ? number(one.get("cvError")) + " " + text(one, "loss").replace('_', ' ')
            : number(one.get("cvMse")),
        interceptOnly == null
            ? "–"
            : number(interceptOnly.get(one.has("loss") ? "cvError" : "cvMse")),
        keptTerms(one).size() + " of " + one.getAsJsonArray("terms").size(),
        r2(one.getAsJsonObject("r2")));
  }

  private static String gamma(JsonObject selected) {
    return selected.has("gamma") ? ", gamma " + number(selected.get("gamma")) : "";
  }

  private static String grid(JsonObject one) {
    int cells =
        objects(one, "cv").stream().mapToInt(curve -> curve.getAsJsonArray("lambda").size()).sum();
    return cells == 0 ? "–" : cells + " cells";
  }

  private static String r2(JsonObject values) {
    return values.entrySet().stream()
        .map(entry -> words(entry.getKey()) + " " + number(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String words(String key) {
    return switch (key) {
      case "inSample" -> "in sample";
      case "crossValidated" -> "cross-validated";
      default -> key;
    };
  }

  private static List<String> keptTerms(JsonObject one) {
    return one.getAsJsonObject("coefficients").entrySet().stream()
        .filter(entry -> !entry.getValue().isJsonNull() && entry.getValue().getAsDouble() != 0)
        .map(java.util.Map.Entry::getKey)
        .toList();
  }

  private static String kept(JsonObject one) {
    var terms =
        keptTerms(one).stream()
            .map(
                term ->
                    Visible.text(term)
                        + " "
                        + number(one.getAsJsonObject("coefficients").get(term)))
            .collect(Collectors.joining(", "));
    return "  "
        + Visible.text(text(one, "name"))
        + ": "
        + (terms.isEmpty() ? "no term" : terms)
        + "\n"
        + otherSolve(one);
  }

  /** What the other way to the minimum would have chosen; a note, never a deviation. */
  private static String otherSolve(JsonObject one) {
    var other = one.getAsJsonObject("otherSolve");
    return other == null ? "" : "    note: " + Visible.text(text(other, "note")) + "\n";
  }
}
