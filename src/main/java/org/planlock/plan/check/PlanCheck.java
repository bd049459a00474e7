package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;

/** One mistake that a plan can hold: facts in, findings out. */
interface PlanCheck {
  /** Every place where a plan makes this mistake. */
  Stream<Diagnostic> find(PlanFacts facts);
}
