package org.planlock.deviation;

import java.util.stream.Stream;

/** Looks for one kind of deviation. */
@FunctionalInterface
public interface DeviationDetector {
  /** Every deviation of this kind, and every planned thing of which the trace does not tell. */
  Stream<Finding> detect(Evidence evidence);
}
