package org.planlock.plan.sample;

import java.util.Optional;
import org.planlock.plan.expression.Expression;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Words;

/**
 * One rule that decides who stays, carried out in the order written; every participant who leaves
 * has exactly one reason.
 */
public sealed interface SampleRule
    permits SampleRule.Include, SampleRule.Exclude, SampleRule.DropRun {
  /** Why: the reason that is recorded for who leaves. */
  Declared<String> because();

  /** What is decided for a row in which the condition cannot be decided. */
  Optional<MissingMeaning> missing();

  /** Keeps only those who meet the condition. */
  record Include(Expression include, Declared<String> because, Optional<MissingMeaning> missing)
      implements SampleRule {}

  /** Leaves out those who meet the condition. */
  record Exclude(Expression exclude, Declared<String> because, Optional<MissingMeaning> missing)
      implements SampleRule {}

  /** Leaves out runs, not participants. */
  record DropRun(
      Expression dropRun,
      Declared<String> because,
      Optional<MissingMeaning> missing,
      Optional<Words> then)
      implements SampleRule {}

  /** What a missing value means inside a condition. */
  enum MissingMeaning {
    COUNTS_AS_INSIDE,
    COUNTS_AS_OUTSIDE,
    COUNTS_AS_MET,
    COUNTS_AS_NOT_MET
  }
}
