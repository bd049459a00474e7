package org.planlock.execution.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.planlock.trace.TraceValue;

/** Gathers the members of a JSON object in order. */
final class JsonObject {
  private final Map<String, TraceValue> members = new LinkedHashMap<>();

  JsonObject with(String name, TraceValue value) {
    members.put(name, value);
    return this;
  }

  JsonObject with(String name, String text) {
    return with(name, TraceValue.of(text));
  }

  JsonObject with(String name, double number) {
    return with(name, TraceValue.of(number));
  }

  JsonObject with(String name, boolean truth) {
    return with(name, TraceValue.of(truth));
  }

  /** A text that may be absent, then without the member. */
  JsonObject withText(String name, Optional<String> text) {
    text.ifPresent(known -> with(name, known));
    return this;
  }

  /** A number that may have no value, then null. */
  JsonObject withNumber(String name, Optional<Double> number) {
    return with(name, number.map(TraceValue::of).orElseGet(TraceValue::missing));
  }

  <T> JsonObject withEach(String name, List<T> items, Function<T, TraceValue> view) {
    return with(name, TraceValue.items(items.stream().map(view).toList()));
  }

  TraceValue.Fields fields() {
    return new TraceValue.Fields(members);
  }
}
