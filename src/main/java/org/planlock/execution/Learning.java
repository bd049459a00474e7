package org.planlock.execution;

import java.util.List;
import java.util.Optional;
import org.planlock.plan.value.Scope;

/**
 * From whom the steps of a preparation learn, for one fold or for the final fit.
 *
 * @param training the participants of {@code training_fold} and {@code inner_training_fold}; in the
 *     final fit the whole analysis set
 * @param outerTraining the participants of {@code outer_training_fold}; outside nested validation
 *     the whole analysis set
 * @param scaling where nested validation says that scaling learns from other rows than the step
 *     itself says
 * @param fold what the trace calls it: empty for the final fit, else such as {@code 3} or {@code
 *     outer 2, inner 7}
 */
public record Learning(
    List<String> training, List<String> outerTraining, Optional<Scope> scaling, String fold) {
  public Learning {
    training = List.copyOf(training);
    outerTraining = List.copyOf(outerTraining);
  }
}
