package org.planlock.trace;

/** Where an analysis writes what it does, at the moment it does it. */
@FunctionalInterface
public interface TraceSink {
  /** Keeps an event and gives it the next number. */
  void record(TraceEvent event);

  /** Keeps nothing. */
  static TraceSink nowhere() {
    return event -> {};
  }
}
