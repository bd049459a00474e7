package org.planlock.execution.result;

import java.util.List;
import java.util.Optional;

/**
 * What nested validation found: selection repeated without the rows that it is judged on.
 *
 * @param loss what one wrong prediction costs, as plans word it
 * @param error the mean loss over participants
 * @param predictions one a participant; for a binomial outcome the share of class 1
 */
public record NestedResult(
    String loss, double error, List<Double> predictions, List<OuterFold> folds) {
  /** The cell chosen without some participants. */
  public record OuterFold(
      List<String> heldOut, double l1Ratio, Optional<Double> gamma, double lambda) {
    public OuterFold {
      heldOut = List.copyOf(heldOut);
    }
  }

  public NestedResult {
    predictions = List.copyOf(predictions);
    folds = List.copyOf(folds);
  }
}
