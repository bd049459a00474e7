package org.planlock.trace;

import java.util.List;
import java.util.Optional;
import org.planlock.source.Span;

/**
 * What an analysis did, in order.
 *
 * @param name how messages call it, usually its path
 */
public record Trace(String name, List<TraceEvent> events) {
  public Trace {
    events = List.copyOf(events);
  }

  /** All events of a type, in order. */
  public List<TraceEvent> ofType(String type) {
    return events.stream().filter(event -> event.type().equals(type)).toList();
  }

  /** All events of a type whose field says the given text, in order. */
  public List<TraceEvent> ofType(String type, String field, String text) {
    return ofType(type).stream()
        .filter(event -> event.text(field).filter(text::equals).isPresent())
        .toList();
  }

  /** The first event of a type. */
  public Optional<TraceEvent> first(String type) {
    return events.stream().filter(event -> event.type().equals(type)).findFirst();
  }

  /** Whether the analysis came to its end. */
  public boolean isComplete() {
    return !events.isEmpty() && events.get(events.size() - 1).type().equals(TraceEvents.END);
  }

  /** The place of an event, printed as {@code trace.jsonl:212}. */
  public Span place(TraceEvent event) {
    return Span.none(name + ":" + event.seq());
  }
}
