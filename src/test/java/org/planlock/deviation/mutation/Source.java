package org.planlock.deviation.mutation;

/** Where a mutant comes from. */
enum Source {
  EXECUTED("executed with another value, which nobody tells", true),
  OVERRIDDEN("executed with `--set` or `--exclude`", true),
  R("R with glmnet does otherwise", true),
  PYTHON("Python with scikit-learn does otherwise", true),
  TRACE("an event of a trace edited", false),
  LOCK("a value of the lock edited after the analysis", false),
  PLAN("a value of the plan file edited after the lock", false);

  private final String words;
  private final boolean isReal;

  Source(String words, boolean isReal) {
    this.words = words;
    this.isReal = isReal;
  }

  String words() {
    return words;
  }

  /** Whether an analysis was really carried out otherwise. */
  boolean isReal() {
    return isReal;
  }
}
