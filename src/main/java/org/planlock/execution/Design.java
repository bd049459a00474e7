package org.planlock.execution;

import java.util.List;

/**
 * A prepared design: what enters a fit.
 *
 * @param participants the analysis set in its registered row order; row i of {@code x} is
 *     participant i
 * @param columns the prepared columns in their registered order, such as {@code age} or {@code
 *     imaging:group} products by name
 * @param x one row a participant, one column a term, prepared with what the steps learnt from the
 *     training rows
 * @param outcome the outcome, one value a participant, in its own units
 */
public record Design(
    List<String> participants, List<String> columns, List<double[]> x, List<Double> outcome) {
  public Design {
    participants = List.copyOf(participants);
    columns = List.copyOf(columns);
    x = List.copyOf(x);
    outcome = List.copyOf(outcome);
  }
}
