package org.planlock.plan.value;

import java.util.Locale;

/**
 * The rows that a step learns from: the same words everywhere and no others.
 *
 * <p>{@code enrolled} is every row of participants; {@code analysis_set} what the sample rules
 * leave; {@code training_fold} the analysis set less the held-out participants (in the final fit
 * all of it); the inner and outer folds are those of nested validation.
 */
public enum Scope {
  ROW,
  ENROLLED,
  ANALYSIS_SET,
  TRAINING_FOLD,
  INNER_TRAINING_FOLD,
  OUTER_TRAINING_FOLD;

  /** The word as plans write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
