package org.planlock.execution;

import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;

/** Values of the analysed participants, in their registered row order, that enter no design. */
public interface RawColumns {
  /** What stands in a column, one text a participant; empty where it is missing. */
  Checked<List<Optional<String>>> texts(String column);

  /**
   * The numbers of a column or variable, one a participant; NaN where missing.
   *
   * @param beforeResidualise whether {@code residual(x)} counts as {@code x}
   */
  Checked<List<Double>> numbers(String name, boolean beforeResidualise);
}
