package org.planlock.execution.sample;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A column of the enrolled participants.
 *
 * @param parts its values by session; under an empty name where it has no sessions
 */
public record Column(String name, Map<String, Values> parts) {
  private static final String ALWAYS = "";

  public Column {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /** A column with one value a participant. */
  public static Column of(String name, Values values) {
    return new Column(name, Map.of(ALWAYS, values));
  }

  /** A column of numbers, one a participant. */
  public static Column of(String name, double... numbers) {
    return of(name, Values.of(numbers));
  }

  /** Whether there is a value for each session. */
  public boolean perSession() {
    return !parts.containsKey(ALWAYS);
  }

  /** The values of a column without sessions. */
  public Optional<Values> always() {
    return Optional.ofNullable(parts.get(ALWAYS));
  }

  /** The values at a session. */
  public Optional<Values> at(String session) {
    return Optional.ofNullable(parts.get(session));
  }

  /** The numbers of a column without sessions that holds numbers. */
  public Optional<double[]> numbers() {
    return always()
        .filter(Values.Numbers.class::isInstance)
        .map(values -> ((Values.Numbers) values).numbers().toArray());
  }

  /** Whether a row misses its value, or in a column by session any of them. */
  public boolean isMissing(int row) {
    return parts.values().stream().anyMatch(values -> values.isMissing(row));
  }
}
