package org.planlock.execution;

import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.plan.fit.ModelSpec;

/** Makes the design of a model for one set of training rows; safe to call from several threads. */
@FunctionalInterface
public interface DesignMaker {
  /**
   * The design in which all analysed rows stand, prepared with what was learnt from the training
   * rows.
   */
  Checked<Design> design(ModelSpec modelSpec, Learning learning);

  /** Whether the design differs from one set of training rows to another. */
  default boolean learnsInFolds(ModelSpec modelSpec) {
    return true;
  }

  /** What forbids to fit anything to these training rows, such as their number. */
  default List<Diagnostic> limits(Learning learning) {
    return List.of();
  }
}
