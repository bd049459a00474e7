package org.planlock.syntax.groovy.words;

/** What {@code govern { … }} may say. */
public interface GovernBlock {
  /** Who releases what is blinded, and when. */
  void release(Value value);

  /** Who decides about deviations. */
  void deviation(Value value);

  /** Where the lock is published, and when. */
  void publish(Value value);
}
