package org.planlock.syntax.groovy.words;

/** What {@code compute { … }} may say. */
public interface ComputeBlock {
  /** The program that computes. */
  void engine(Value value);

  /** Where random numbers come from. */
  void rng(Value value);

  /** How many threads. */
  void threads(Value value);

  /** Which library of linear algebra. */
  void blas(Value value);

  /** Which locale. */
  void locale(Value value);

  /** How closely results must agree. */
  void same(Value value);

  /** What confirms them. */
  void confirm(Value value);

  /** Where units are required. */
  void units(Value value);
}
