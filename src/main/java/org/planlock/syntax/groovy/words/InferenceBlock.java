package org.planlock.syntax.groovy.words;

/** What {@code inference { … }} may say. */
public interface InferenceBlock {
  /** What is permuted: {@code null_of 'H1', permute: 'rows of imaging', times: 4999}. */
  @Each(list = "nulls", name = "hypothesis")
  void nullOf(Fields item);

  /** All of them at once, or why there are none. */
  void nulls(Value... values);

  /** Which residuals are permuted. */
  void residuals(Value value);

  /** How a p value is counted. */
  void p(Value value);

  /** How many tests are allowed for. */
  void multiplicity(Value value);

  /** What R² in the sample means. */
  void r2InSample(Value value);

  /** What cross-validated R² means. */
  void cvR2(Value value);

  /** What nested R² means. */
  void nestedR2(Value value);

  /** Another score: {@code score 'loocv_r', formula: '…'}. */
  @Each(list = "scores", name = "name")
  void score(Fields item);

  /** All of them at once. */
  void scores(Value... values);

  /** Where coefficients come from and how they are scaled. */
  void coefficients(Value value);

  /** What is reported. */
  void report(Value... values);
}
