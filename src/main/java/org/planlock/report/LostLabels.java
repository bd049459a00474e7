package org.planlock.report;

import static org.planlock.report.ExecutionText.objects;
import static org.planlock.report.ExecutionText.text;

import com.google.gson.JsonObject;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Which deviation cost which hypotheses their confirmatory label, a line each. */
record LostLabels(JsonObject results) {
  String lines() {
    var lines =
        objects(results, "deviations").stream()
            .filter(one -> one.has("costs") && !one.getAsJsonArray("costs").isEmpty())
            .map(LostLabels::line)
            .collect(Collectors.joining());
    return lines.isEmpty() ? "" : lines + "\n";
  }

  private static String line(JsonObject one) {
    var names =
        StreamSupport.stream(one.getAsJsonArray("costs").spliterator(), false)
            .map(name -> Visible.text(name.getAsString()))
            .collect(Collectors.joining(", "));
    return "label of "
        + names
        + " lost: "
        + Visible.text(text(one, "message"))
        + " ("
        + text(one, "code")
        + ", "
        + text(one, "severity")
        + ")\n";
  }
}
