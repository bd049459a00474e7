package org.planlock.trace;

import java.util.ArrayList;
import java.util.List;

/** A trace in memory. */
public final class TraceMemory implements TraceSink {
  private final List<TraceEvent> events = new ArrayList<>();

  @Override
  public void record(TraceEvent event) {
    events.add(event.numbered(events.size() + 1L));
  }

  /** What was recorded so far, under the name that messages show. */
  public Trace trace(String name) {
    return new Trace(name, events);
  }
}
