package org.planlock.execution.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A fitted line.
 *
 * @param intercept in the outcome's units
 * @param byTerm every term in the order of the design, zeros too, in the outcome's units per unit
 *     of the column that entered
 */
public record Coefficients(double intercept, Map<String, Double> byTerm) {
  public Coefficients {
    byTerm = Collections.unmodifiableMap(new LinkedHashMap<>(byTerm));
  }

  /** The coefficient of a term; empty if the fit has no such term. */
  public Optional<Double> of(String term) {
    return Optional.ofNullable(byTerm.get(term));
  }
}
