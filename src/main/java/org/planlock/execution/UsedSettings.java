package org.planlock.execution;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceSink;
import org.planlock.trace.TraceValue;

/** Records the plan's values as they are used, each once, where the execution uses them. */
public final class UsedSettings {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private final Map<String, TraceValue> values;
  private final TraceSink sink;
  private final Set<String> recorded = new HashSet<>();

  /**
   * The values of the plan that is carried out.
   *
   * @param values every value by its path, in the plan's order
   */
  public UsedSettings(Map<String, TraceValue> values, TraceSink sink) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    this.sink = sink;
  }

  /** Settings of no plan. */
  public static UsedSettings none() {
    return new UsedSettings(Map.of(), TraceSink.nowhere());
  }

  /** Records the value at a path and all values below it, unless that happened before. */
  public void use(String path) {
    values.forEach(
        (name, value) -> {
          if (isAtOrBelow(name, path) && recorded.add(name)) {
            sink.record(TraceEvent.of(TraceEvents.SETTING).with("path", name).with("value", value));
          }
        });
  }

  /** The path of a named part: {@code models.m1.penalty} or {@code models[model 1].penalty}. */
  public static String path(String list, String name, String... keys) {
    var plain = PLAIN.matcher(name).matches();
    var item = plain ? "." + name : "[" + name.replace("\\", "\\\\").replace("]", "\\]") + "]";
    return list + item + (keys.length == 0 ? "" : "." + String.join(".", keys));
  }

  private static boolean isAtOrBelow(String name, String path) {
    return name.startsWith(path)
        && (name.length() == path.length()
            || name.charAt(path.length()) == '.'
            || name.charAt(path.length()) == '[');
  }
}
