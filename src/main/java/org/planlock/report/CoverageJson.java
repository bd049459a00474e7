package org.planlock.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.planlock.plan.coverage.Coverage;
import org.planlock.plan.coverage.FieldCoverage;
import org.planlock.plan.coverage.FieldStatus;

/** How much of a complete plan is said, as programs read it. */
public final class CoverageJson {
  private CoverageJson() {}

  /** The counts by status. */
  public static JsonObject counts(Coverage coverage) {
    var json = new JsonObject();
    json.addProperty("fields", coverage.fields().size());
    for (var status : FieldStatus.values()) {
      json.addProperty(status.words(), coverage.count(status));
    }
    return json;
  }

  /** Every field. */
  public static JsonArray fields(Coverage coverage) {
    var array = new JsonArray();
    coverage.fields().forEach(one -> array.add(field(one)));
    return array;
  }

  private static JsonObject field(FieldCoverage one) {
    var json = new JsonObject();
    json.addProperty("id", one.field().id());
    json.addProperty("title", one.field().title());
    json.addProperty("status", one.status().words());
    json.addProperty("ambiguity", one.field().ambiguity());
    var missing = new JsonArray();
    one.missing().forEach(missing::add);
    json.add("missing", missing);
    json.addProperty("write", one.field().example());
    return json;
  }
}
