package org.planlock.syntax.groovy.words;

/** What {@code sample { … }} may say. */
public interface SampleBlock {
  /** How many are enrolled: {@code target '21 enrolled'}. */
  void target(Value value);

  /** How many must be left. */
  void minimum(Value value);

  /** When enrolment stops. */
  void stop(Value value);

  /** How often data are looked at before. */
  void looks(Value value);

  /** Who is included: {@code include 'age >= 18 years', because: '…'}. */
  @Each(list = "rules", name = "include")
  void include(Fields item);

  /** Who is excluded: {@code exclude 'missing(y)', because: '…'}. */
  @Each(list = "rules", name = "exclude")
  void exclude(Fields item);

  /** Which runs are dropped. */
  @Each(list = "rules", name = "drop_run")
  void dropRun(Fields item);

  /** All of these rules at once, or why there are none. */
  void rules(Value... values);

  /** What is done about outliers. */
  void outliers(Value value);

  /** Which models use the same rows. */
  void sameRows(Value value);

  /** Which rows are used. */
  void rows(Value value);

  /** When groups are too small to go on. */
  void abort(Value value);

  /** In which order rows stand. */
  void order(Value value);

  /** How participants are counted on their way. */
  void flow(Value value);
}
