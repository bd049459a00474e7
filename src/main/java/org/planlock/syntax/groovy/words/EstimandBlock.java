package org.planlock.syntax.groovy.words;

/** What {@code estimand { … }} may say. */
public interface EstimandBlock {
  /** What is estimated. */
  void quantity(Value value);

  /** For whom. */
  void population(Value value);

  /** What may come between: {@code event 'dropout', strategy: 'treatment_policy'}. */
  @Each(list = "events", name = "name")
  void event(Fields item);

  /** All of them at once, or why there are none. */
  void events(Value... values);

  /** Which side effects are looked at. */
  void sideEffects(Value value);
}
