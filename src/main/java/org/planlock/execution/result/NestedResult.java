package org.planlock.execution.result;

import java.util.List;

/**
 * What nested validation found: selection repeated without the rows that it is judged on.
 *
 * @param mse in squared units of the outcome
 * @param predictions one a participant
 */
public record NestedResult(double mse, List<Double> predictions, List<OuterFold> folds) {
  /** The cell chosen without some participants. */
  public record OuterFold(List<String> heldOut, double l1Ratio, double lambda) {
    public OuterFold {
      heldOut = List.copyOf(heldOut);
    }
  }

  public NestedResult {
    predictions = List.copyOf(predictions);
    folds = List.copyOf(folds);
  }
}
