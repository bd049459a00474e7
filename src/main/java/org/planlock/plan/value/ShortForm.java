package org.planlock.plan.value;

import java.util.Optional;

/**
 * A record that may also be written as a phrase; an implementing type also has {@code static
 * Optional<T> parse(String)}.
 */
public interface ShortForm {
  /** The phrase, where the value has one. */
  Optional<String> shortForm();
}
