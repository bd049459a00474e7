package org.planlock.execution;

import org.planlock.diagnostic.Checked;
import org.planlock.plan.fit.ModelSpec;

/** Makes the design of a model for one set of training rows; safe to call from several threads. */
@FunctionalInterface
public interface DesignMaker {
  /**
   * The design in which all analysed rows stand, prepared with what was learnt from the training
   * rows.
   */
  Checked<Design> design(ModelSpec modelSpec, Learning learning);
}
