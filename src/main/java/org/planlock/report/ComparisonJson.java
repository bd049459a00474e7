package org.planlock.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.planlock.deviation.Agreement;
import org.planlock.deviation.Deviation;
import org.planlock.deviation.DeviationKind;
import org.planlock.deviation.Judgement;
import org.planlock.deviation.Labels;
import org.planlock.diagnostic.Diagnostic;

/** A comparison as programs read it ({@code planlock-comparison/1}). */
public final class ComparisonJson {
  private ComparisonJson() {}

  /**
   * The whole page.
   *
   * @param stopped what kept the comparison from being made; empty where it was made
   */
  public static JsonObject of(
      String lock, String trace, Judgement judgement, List<Diagnostic> stopped) {
    var page = new JsonObject();
    page.addProperty("format", "planlock-comparison/1");
    page.addProperty("lock", lock);
    page.addProperty("trace", trace);
    page.addProperty("verdict", judgement.verdict().name());
    page.addProperty("label", judgement.labels().overall().word());
    page.add("models", labels(judgement.labels().models()));
    page.add("hypotheses", labels(judgement.labels().hypotheses()));
    page.add("deviations", deviations(judgement));
    page.add("gaps", gaps(judgement));
    page.add("onTrust", OnTrustJson.of(judgement));
    page.add(
        "diagnostics", DiagnosticJson.of(stopped.isEmpty() ? judgement.diagnostics() : stopped));
    return page;
  }

  /** Adds how two analyses agree; nothing where there is one. */
  public static void add(Agreement agreement, JsonObject page) {
    if (agreement.lines().isEmpty()) {
      return;
    }
    var array = new JsonArray();
    for (var one : agreement.lines()) {
      var line = new JsonObject();
      line.addProperty("model", one.modelName());
      line.addProperty("step", one.step());
      line.addProperty("said", one.said());
      line.addProperty("apart", Double.isFinite(one.apart()) ? one.apart() : null);
      array.add(line);
    }
    page.addProperty("tolerance", agreement.tolerance());
    page.add("agreement", array);
  }

  private static JsonArray labels(List<Labels.Of> labels) {
    var array = new JsonArray();
    for (var one : labels) {
      var label = new JsonObject();
      label.addProperty("name", one.name());
      label.addProperty("label", one.label().word());
      var lost = new JsonArray();
      one.labelLostTo().forEach(lost::add);
      label.add("labelLostTo", lost);
      array.add(label);
    }
    return array;
  }

  private static JsonArray deviations(Judgement judgement) {
    var array = new JsonArray();
    judgement.deviations().forEach(one -> array.add(deviation(one)));
    return array;
  }

  private static JsonObject deviation(Deviation one) {
    var object = new JsonObject();
    object.addProperty("code", one.rule().code());
    DeviationKind.of(one).ifPresent(kind -> object.addProperty("kind", kind.code()));
    object.addProperty("path", one.path());
    object.addProperty("severity", one.severity().name());
    object.addProperty("message", one.message());
    object.addProperty("declared", one.isDeclared());
    object.addProperty("line", one.line());
    return object;
  }

  private static JsonArray gaps(Judgement judgement) {
    var array = new JsonArray();
    for (var one : judgement.gaps()) {
      var gap = new JsonObject();
      gap.addProperty("path", one.path());
      gap.addProperty("evidence", one.evidence());
      array.add(gap);
    }
    return array;
  }
}
