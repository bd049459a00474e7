package org.planlock.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.execution.sample.SampleCount;
import org.planlock.report.DiagnosticJson;
import org.planlock.report.Visible;

/**
 * What is shown where an execution is refused because too few are there: counts and what is
 * missing, and no word on any outcome.
 */
record AtTheDoor(Screen screen) {
  /** Prints the counts, and what refuses the execution; the exit code. */
  int refuse(SampleCount count, List<Diagnostic> found) {
    if (screen.isJson()) {
      var json = new JsonObject();
      json.add("counts", json(count));
      json.add("diagnostics", DiagnosticJson.of(found));
      screen.print(json);
    } else {
      screen.print(text(count));
      screen.complain(found);
    }
    return ExitCode.of(found);
  }

  private static String text(SampleCount count) {
    var text = new StringBuilder("enrolled   " + count.enrolled() + "\n");
    for (var table : count.tables()) {
      text.append("table      ")
          .append(Visible.text(table.path()))
          .append("   ")
          .append(table.rows())
          .append(table.rows() == 1 ? " row" : " rows")
          .append("   missing: ")
          .append(Visible.text(missing(table.missing())))
          .append(
              table.unseen().isEmpty()
                  ? ""
                  : "   not looked at: " + Visible.text(String.join(", ", table.unseen())))
          .append("\n");
    }
    return text.append("\n").toString();
  }

  private static String missing(Map<String, Integer> missing) {
    return missing.isEmpty()
        ? "nothing"
        : missing.entrySet().stream()
            .map(one -> one.getKey() + " " + one.getValue())
            .collect(Collectors.joining(", "));
  }

  private static JsonObject json(SampleCount count) {
    var json = new JsonObject();
    json.addProperty("enrolled", count.enrolled());
    var tables = new JsonArray();
    for (var table : count.tables()) {
      var one = new JsonObject();
      one.addProperty("path", table.path());
      one.addProperty("rows", table.rows());
      one.addProperty("participants", table.participants());
      var missing = new JsonObject();
      table.missing().forEach(missing::addProperty);
      one.add("missing", missing);
      var unseen = new JsonArray();
      table.unseen().forEach(unseen::add);
      one.add("notLookedAt", unseen);
      tables.add(one);
    }
    json.add("tables", tables);
    return json;
  }
}
