package org.planlock.report;

import static org.planlock.report.ExecutionText.objects;

import com.google.gson.JsonObject;

/** What the deviations did to the results, where that was measured. */
record MeasuredEffect(JsonObject results) {
  String lines() {
    var effect = results.getAsJsonObject("effect");
    if (effect == null) {
      return "";
    }
    var fields = JsonValues.of(effect);
    var text = new StringBuilder(lines(EffectWords.summary(fields), "  "));
    if (objects(effect, "alone").size() > 1) {
      fields
          .objects("alone")
          .orElseThrow()
          .forEach(one -> text.append("  alone, ").append(lines(EffectWords.alone(one), "    ")));
    }
    return text.append('\n').toString();
  }

  /** One line for each model and hypothesis. */
  private static String lines(String words, String indent) {
    return Visible.text(words).replace("; ", "\n" + indent) + "\n";
  }
}
