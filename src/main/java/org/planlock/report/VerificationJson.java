package org.planlock.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import org.planlock.lock.TreeDifference;
import org.planlock.lock.Verification;

/** A verification as programs read it. */
public final class VerificationJson {
  private VerificationJson() {}

  /** Every check, every difference and every finding. */
  public static JsonObject of(Verification verification) {
    var json = new JsonObject();
    json.addProperty("verdict", verification.verdict());
    json.addProperty("standing", verification.standing().name().toLowerCase(Locale.ROOT));
    json.addProperty("level", verification.level());
    var rows = new JsonArray();
    for (var row : verification.rows()) {
      var one = new JsonObject();
      one.addProperty("check", row.check());
      one.addProperty("result", row.result());
      one.addProperty("evidence", row.evidence());
      one.addProperty("standing", row.standing().name().toLowerCase(Locale.ROOT));
      rows.add(one);
    }
    json.add("checks", rows);
    json.add("differences", differences(verification.differences()));
    json.add("diagnostics", DiagnosticJson.of(verification.diagnostics()));
    return json;
  }

  /** How two plans differ. */
  public static JsonObject of(List<TreeDifference> differences) {
    var json = new JsonObject();
    json.addProperty("same", differences.isEmpty());
    json.add("differences", differences(differences));
    return json;
  }

  private static JsonArray differences(List<TreeDifference> differences) {
    var array = new JsonArray();
    for (var difference : differences) {
      var one = new JsonObject();
      one.addProperty("path", difference.path());
      one.addProperty("planned", difference.planned().orElse(null));
      one.addProperty("found", difference.found().orElse(null));
      one.addProperty("place", difference.place().place());
      array.add(one);
    }
    return array;
  }
}
