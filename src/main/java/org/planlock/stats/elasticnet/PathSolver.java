package org.planlock.stats.elasticnet;

import java.util.List;
import org.planlock.stats.Labour;
import org.planlock.stats.Sample;

/** Fits penalised models along lines of a tuning grid; safe to share between threads. */
public interface PathSolver {

  /** One path per l1Ratio, in the order of the strengths. */
  List<FittedPath> paths(Sample sample, Strengths strengths);

  /** The same, each l1Ratio a piece of the work. */
  default List<FittedPath> paths(Sample sample, Strengths strengths, Labour labour) {
    var parts = strengths.byL1Ratio();
    return labour.inOrder(parts.size(), part -> paths(sample, parts.get(part))).stream()
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Fits the same sample without some of its rows, again and again; a solver may share among these
   * fits what they have in common.
   */
  default RowsLeftOut leavingOut(Sample sample) {
    return (rows, strengths) -> paths(sample.atRows(rows), strengths);
  }

  /** Fits of one sample without some of its rows; safe to share between threads. */
  @FunctionalInterface
  interface RowsLeftOut {
    /**
     * The paths of the rows that are kept.
     *
     * @param kept 0-based rows of the sample that are fitted, ascending
     */
    List<FittedPath> paths(int[] kept, Strengths strengths);
  }
}
