package org.planlock.execution.script;

import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceSink;
import org.planlock.trace.TraceValue;

/** Says in the first event whose code takes the steps. */
record ScriptTrace(TraceSink sink, Script script) implements TraceSink {
  private static final String OWN = "a program's own code";

  @Override
  public void record(TraceEvent event) {
    sink.record(
        event.type().equals(TraceEvents.START)
            ? event.with("script", TraceValue.of(script.digest().map(Object::toString).orElse(OWN)))
            : event);
  }
}
