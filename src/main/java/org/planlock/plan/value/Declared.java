package org.planlock.plan.value;

import java.util.Optional;

/**
 * What a plan says about one thing: a value, or that none applies and why, or nothing yet.
 *
 * <p>Nothing is ever filled in for a researcher's choice that is open; it is counted, named, and
 * asked for at execution.
 */
public sealed interface Declared<T> {
  /** The plan says this. */
  record Stated<T>(T value) implements Declared<T> {}

  /** The plan says that nothing applies, and why. */
  record NotApplicable<T>(String because) implements Declared<T> {}

  /** The plan says nothing. */
  record Open<T>() implements Declared<T> {}

  /** A stated value. */
  static <T> Declared<T> of(T value) {
    return new Stated<>(value);
  }

  /** Nothing said. */
  static <T> Declared<T> open() {
    return new Open<>();
  }

  /** The value, where one is stated. */
  default Optional<T> stated() {
    return this instanceof Stated<T> given ? Optional.of(given.value()) : Optional.empty();
  }

  /** The stated value, or this one where none is. */
  default T orElse(T other) {
    return stated().orElse(other);
  }

  /** Whether the plan says nothing about it. */
  default boolean isOpen() {
    return this instanceof Open<T>;
  }
}
