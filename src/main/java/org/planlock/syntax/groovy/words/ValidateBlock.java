package org.planlock.syntax.groovy.words;

/** What {@code validate { … }} may say. */
public interface ValidateBlock {
  /** How rows are divided. */
  void scheme(Value value);

  /** What stays together. */
  void by(Value value);

  /** The column of groups. */
  void grouped(Value value);

  /** How often it is repeated. */
  void repeats(Value value);

  /** Within what it is divided. */
  void strata(Value value);

  /** How folds are numbered. */
  void foldIds(Value value);

  /** Where random divisions come from. */
  void seed(Value value);

  /** What is done anew in each fold. */
  void inside(Value... values);

  /** What is done once, before. */
  void outside(Value... values);

  /** What an error costs. */
  void loss(Value value);

  /** Which strength is chosen. */
  void select(Value value);

  /** What is chosen where several are as good. */
  void ties(Value value);

  /** What is done at the end of a grid. */
  void edge(Value value);

  /** A loop around the selection. */
  void outer(Value value);
}
