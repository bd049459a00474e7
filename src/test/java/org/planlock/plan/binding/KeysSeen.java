package org.planlock.plan.binding;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How often each key of the published schema stood in a plan, as {@code Penalty.lambda}. */
final class KeysSeen {
  private static final Path SCHEMA =
      Path.of("src/main/resources/org/planlock/schema/plan.schema.json");

  private final Map<String, Integer> times = new TreeMap<>();

  void add(RecordComponent component) {
    add(component.getDeclaringRecord(), Keys.of(component));
  }

  void add(Class<?> type, String key) {
    times.merge(KeyMeanings.typeName(type) + "." + key, 1, Integer::sum);
  }

  void addAll(KeysSeen other) {
    other.times.forEach((key, count) -> times.merge(key, count, Integer::sum));
  }

  Map<String, Integer> times() {
    return times;
  }

  /** The keys of the schema that stood in fewer plans than so many. */
  Map<String, Integer> rarerThan(int most) throws IOException {
    var rare = new TreeMap<String, Integer>();
    for (var key : ofSchema()) {
      int count = times.getOrDefault(key, 0);
      if (count < most) {
        rare.put(key, count);
      }
    }
    return rare;
  }

  /** The key that stood least often, and how often. */
  String rarest() {
    return times.entrySet().stream()
        .min(Map.Entry.comparingByValue())
        .map(key -> key.getKey() + " " + key.getValue())
        .orElse("none");
  }

  /** All keys that the schema lets stand somewhere. */
  static Set<String> ofSchema() throws IOException {
    var schema = JsonParser.parseString(Files.readString(SCHEMA)).getAsJsonObject();
    var keys = new TreeSet<String>();
    schema
        .getAsJsonObject("definitions")
        .asMap()
        .forEach(
            (type, definition) ->
                shapes(definition.getAsJsonObject())
                    .filter(shape -> shape.has("properties"))
                    .flatMap(shape -> shape.getAsJsonObject("properties").keySet().stream())
                    .forEach(key -> keys.add(type + "." + key)));
    return keys;
  }

  private static Stream<JsonObject> shapes(JsonObject definition) {
    return definition.has("anyOf")
        ? definition.getAsJsonArray("anyOf").asList().stream().map(JsonElement::getAsJsonObject)
        : Stream.of(definition);
  }
}
