package org.planlock.execution.result;

import java.util.List;
import java.util.Optional;

/**
 * One fitted model.
 *
 * @param participants the analysed rows in their order
 * @param fitted what the final fit says of each row; for a binomial outcome the share of class 1
 * @param r2 {@code inSample}, {@code crossValidated} and {@code nested}, as far as the plan defines
 *     them
 * @param scores under names of the plan's own
 * @param otherSolve what the other way to the minimum would have chosen, where it differs
 * @param retained terms that the plan's rule counts as retained; empty without a rule
 * @param kkt largest violation of the optimality conditions, at unit scale; 0 without penalty
 */
public record ModelResult(
    String name,
    Optional<String> role,
    Optional<String> reason,
    String outcome,
    List<String> participants,
    Coefficients coefficients,
    List<Double> fitted,
    boolean converged,
    double kkt,
    Optional<CvResult> cv,
    Optional<NestedResult> nested,
    List<NamedValue> r2,
    List<NamedValue> scores,
    Optional<OtherSolve> otherSolve,
    Optional<List<String>> retained) {
  public ModelResult {
    participants = List.copyOf(participants);
    fitted = List.copyOf(fitted);
    r2 = List.copyOf(r2);
    scores = List.copyOf(scores);
    retained = retained.map(List::copyOf);
  }

  /** The same with the terms that the plan's rule counts as retained. */
  public ModelResult retaining(List<String> terms) {
    return new ModelResult(
        name,
        role,
        reason,
        outcome,
        participants,
        coefficients,
        fitted,
        converged,
        kkt,
        cv,
        nested,
        r2,
        scores,
        otherSolve,
        Optional.of(terms));
  }

  /** One of the shares of explained variance, by its name in the results. */
  public Optional<Double> r2(String kind) {
    return r2.stream()
        .filter(one -> one.name().equals(kind))
        .findFirst()
        .flatMap(NamedValue::value);
  }
}
