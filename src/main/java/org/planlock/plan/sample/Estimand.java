package org.planlock.plan.sample;

import java.util.List;
import java.util.Optional;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Words;

/** What is estimated, in whom, and what later events do to it: fields B7 and B8. */
public record Estimand(
    Declared<Quantity> quantity,
    Declared<Words> population,
    Declared<List<Event>> events,
    Declared<Words> sideEffects) {
  /** Association or prediction. */
  public enum Quantity {
    ASSOCIATION,
    PREDICTION,
    EFFECT
  }

  /** An intercurrent event and the strategy for it (ICH E9 R1). */
  public record Event(String name, Optional<Words> strategy, Optional<String> excludedBy) {}
}
