package org.planlock.stats.elasticnet;

import java.util.List;

/** At which penalty strengths a sample is fitted: those given, or those that its own path finds. */
public sealed interface Strengths permits TuningGrid, OwnSequences {
  /** The mixing shares, in the order that results keep. */
  List<Double> l1Ratios();

  /** The same strengths in parts, in their order, each with one l1Ratio. */
  List<Strengths> byL1Ratio();
}
