package org.planlock.execution;

/** Told how far an execution has come; for display only, it changes nothing. */
@FunctionalInterface
public interface Progress {
  /**
   * So many pieces of a stage are done.
   *
   * @param stage what is worked on, usually the name of a model
   */
  void advanced(String stage, int done, int total);

  /** Tells nobody. */
  static Progress silent() {
    return (stage, done, total) -> {};
  }
}
