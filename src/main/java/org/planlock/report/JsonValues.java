package org.planlock.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.planlock.trace.TraceValue;

/** JSON as values of a trace, so that what is kept and what is in memory are read in one way. */
public final class JsonValues {
  private JsonValues() {}

  /** The members of an object. */
  public static TraceValue.Fields of(JsonObject object) {
    Map<String, TraceValue> members = new LinkedHashMap<>();
    object.entrySet().forEach(entry -> members.put(entry.getKey(), of(entry.getValue())));
    return new TraceValue.Fields(members);
  }

  private static TraceValue of(JsonElement json) {
    if (json.isJsonObject()) {
      return of(json.getAsJsonObject());
    }
    if (json.isJsonArray()) {
      var items = new ArrayList<TraceValue>();
      json.getAsJsonArray().forEach(item -> items.add(of(item)));
      return TraceValue.items(items);
    }
    if (!json.isJsonPrimitive()) {
      return TraceValue.missing();
    }
    var primitive = json.getAsJsonPrimitive();
    return primitive.isNumber()
        ? TraceValue.of(primitive.getAsDouble())
        : primitive.isBoolean()
            ? TraceValue.of(primitive.getAsBoolean())
            : TraceValue.of(primitive.getAsString());
  }
}
