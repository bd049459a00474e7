package org.planlock.plan.value;

/**
 * A value that is written as a short phrase. An implementing type also has {@code static
 * Optional<T> parse(String)} and says with {@link Form} what it looks like.
 */
public interface Phrase {
  /** The one spelling that is kept; {@code parse} reads it back to an equal value. */
  String text();
}
