package org.planlock.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.planlock.deviation.Judgement;

/**
 * An execution as people read it: the sample, a line a model, hypotheses, correlations,
 * alternatives, deviations, and one line that says it all.
 *
 * <p>The numbers come from the results file, so that what is shown is what is kept.
 */
public record ExecutionText(Style style) {
  /**
   * All lines.
   *
   * @param order what can be said of what came first, the lock or the outcome; empty for nothing
   */
  public String of(JsonObject results, Judgement judgement, String order) {
    var text = new StringBuilder();
    var blind = text(results, "blind");
    if (!blind.isEmpty()) {
      text.append(style.strong(Visible.text(blind))).append("\n\n");
    } else if (text(results, "label").equals("exploratory")) {
      text.append(style.strong("EXPLORATORY: no result below may be called confirmatory"))
          .append("\n\n");
    }
    var known = text(results, "unblindedAlready");
    if (!known.isEmpty()) {
      text.append(style.strong("UNBLINDED ALREADY: " + Visible.text(known))).append("\n\n");
    }
    text.append(sample(results.getAsJsonObject("sample")));
    if (!order.isEmpty()) {
      text.append("order    ").append(Visible.text(order)).append("\n");
    }
    text.append(new DeviationText(style).onTrust(judgement));
    text.append("\n");
    text.append(new ModelTable(results).lines());
    text.append(hypotheses(objects(results, "hypotheses")));
    text.append(new LostLabels(judgement).lines());
    text.append(correlations(objects(results, "exploratory")));
    text.append(variants(objects(results, "sensitivity"), !blind.isEmpty()));
    text.append(new MeasuredEffect(results).lines());
    text.append(
        blind.isEmpty()
            ? new DeviationText(style).of(judgement)
            : new DeviationText(style).blind(judgement, blind));
    return text.toString();
  }

  private static String sample(JsonObject sample) {
    int enrolled = sample.get("enrolled").getAsInt();
    int analysed = sample.get("analysed").getAsInt();
    var reasons =
        objects(sample, "left").stream()
            .collect(
                Collectors.groupingBy(
                    left -> text(left, "because"), java.util.TreeMap::new, Collectors.counting()));
    var why =
        reasons.entrySet().stream()
            .map(entry -> entry.getValue() + " " + Visible.text(entry.getKey()))
            .collect(Collectors.joining(", "));
    return "sample   "
        + enrolled
        + " enrolled, "
        + analysed
        + " analysed"
        + (why.isEmpty() ? "" : " (left: " + why + ")")
        + "\n";
  }

  private String hypotheses(List<JsonObject> hypotheses) {
    if (hypotheses.isEmpty()) {
      return "";
    }
    var lines = new ArrayList<List<String>>();
    for (var one : hypotheses) {
      lines.add(
          List.of(
              Visible.text(text(one, "id")),
              text(one, "verdict"),
              text(one, "label") + lost(one),
              Visible.text(text(one, "because"))));
    }
    return FittedTable.of(lines, style.width()) + "\n";
  }

  private static String lost(JsonObject hypothesis) {
    var codes =
        StreamSupport.stream(hypothesis.getAsJsonArray("labelLostTo").spliterator(), false)
            .map(JsonElement::getAsString)
            .collect(Collectors.joining(", "));
    return codes.isEmpty() ? "" : " (" + codes + ")";
  }

  private String correlations(List<JsonObject> correlations) {
    if (correlations.isEmpty()) {
      return "";
    }
    var lines = new ArrayList<List<String>>();
    lines.add(List.of("exploratory", "", "n", "r", "p"));
    for (var one : correlations) {
      lines.add(
          List.of(
              text(one, "method"),
              Visible.text(text(one, "outcome") + " ~ " + text(one, "with")),
              one.get("n").getAsString(),
              number(one.get("value")),
              number(one.get("p"))));
    }
    return FittedTable.of(lines, style.width()) + "\n";
  }

  private String variants(List<JsonObject> variants, boolean isBlind) {
    if (variants.isEmpty()) {
      return "";
    }
    var lines = new ArrayList<List<String>>();
    for (var one : variants) {
      var disagreements = one.getAsJsonArray("disagreements");
      lines.add(
          List.of(
              "sensitivity",
              Visible.text(text(one, "variant")),
              !one.get("executed").getAsBoolean()
                  ? "not executed: " + Visible.text(text(one, "because"))
                  : isBlind ? "blind" : agreement(disagreements)));
    }
    return FittedTable.of(lines, style.width()) + "\n";
  }

  private static String agreement(JsonArray disagreements) {
    if (disagreements.isEmpty()) {
      return "same verdicts";
    }
    return StreamSupport.stream(disagreements.spliterator(), false)
        .map(one -> Visible.text(one.getAsString()))
        .collect(Collectors.joining("; "));
  }

  static List<JsonObject> objects(JsonObject parent, String name) {
    var array = parent.getAsJsonArray(name);
    return array == null
        ? List.of()
        : StreamSupport.stream(array.spliterator(), false)
            .map(JsonElement::getAsJsonObject)
            .toList();
  }

  static String text(JsonObject parent, String name) {
    var value = parent.get(name);
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }

  /** Four digits are enough to read; all are in the results file. */
  static String number(@org.jspecify.annotations.Nullable JsonElement value) {
    if (value == null || value.isJsonNull()) {
      return "–";
    }
    double number = value.getAsDouble();
    var text = String.format(Locale.ROOT, "%.4g", number);
    return text.contains("e") || !text.contains(".")
        ? text
        : text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
