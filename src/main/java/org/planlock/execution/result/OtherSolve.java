package org.planlock.execution.result;

import java.util.List;

/**
 * What the other way to the minimum would have given, where that is another choice: a note, no
 * deviation.
 *
 * @param solve {@code exact} or {@code glmnet}, whichever the plan does not register
 * @param selected the cell that the registered rule takes of its errors
 * @param terms whose coefficients differ from 0 there
 * @param note the difference in one sentence
 */
public record OtherSolve(String solve, SelectedCell selected, List<String> terms, String note) {
  public OtherSolve {
    terms = List.copyOf(terms);
  }
}
