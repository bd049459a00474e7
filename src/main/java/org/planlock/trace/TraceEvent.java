package org.planlock.trace;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that an analysis did; {@code with} adds fields and leaves this event as it is.
 *
 * @param seq its number in the trace, from 1; 0 before a sink has recorded it
 * @param type what happened, usually one of {@link TraceEvents}
 */
public record TraceEvent(long seq, String type, Map<String, TraceValue> members)
    implements TraceFields {
  public TraceEvent {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /** An event without fields that nobody has recorded yet. */
  public static TraceEvent of(String type) {
    return new TraceEvent(0, type, Map.of());
  }

  /** The same with one more value. */
  public TraceEvent with(String name, TraceValue value) {
    if (name.equals("event") || name.equals("seq")) {
      throw new IllegalArgumentException("every event has its own " + name);
    }
    var longer = new LinkedHashMap<>(members);
    longer.put(name, value);
    return new TraceEvent(seq, type, longer);
  }

  /** The same with one more text. */
  public TraceEvent with(String name, String text) {
    return with(name, TraceValue.of(text));
  }

  /** The same with one more number; one that is not finite is missing. */
  public TraceEvent with(String name, double number) {
    return with(name, TraceValue.of(number));
  }

  /** The same with one more truth. */
  public TraceEvent with(String name, boolean truth) {
    return with(name, TraceValue.of(truth));
  }

  /** The same with one more list of texts. */
  public TraceEvent withTexts(String name, Collection<String> texts) {
    return with(name, TraceValue.texts(texts));
  }

  /** The same with one more list of numbers. */
  public TraceEvent withNumbers(String name, double... numbers) {
    return with(name, TraceValue.numbers(numbers));
  }

  /** The same with one more value that is not there. */
  public TraceEvent without(String name) {
    return with(name, TraceValue.missing());
  }

  /** The same as the given member of a trace. */
  TraceEvent numbered(long number) {
    return new TraceEvent(number, type, members);
  }
}
