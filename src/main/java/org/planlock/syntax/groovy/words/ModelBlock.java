package org.planlock.syntax.groovy.words;

/** What {@code model('m1') { … }} may say. */
public interface ModelBlock {
  /** What it is called; usually said as {@code model('m1')}. */
  void name(Value value);

  /** The model that it extends: {@code model('m2', extends: 'm1') { … }}. */
  @Word("extends")
  void extending(Value value);

  /** The column that the model explains. */
  void outcome(Value value);

  /** The columns and sets that explain it. */
  void terms(Value... values);

  /** What it has beside the terms of the model that it extends. */
  void add(Value... values);

  /** What the analysis is for. */
  void role(Value value);

  /** Why it is done. */
  void reason(Value value);

  /** Which preparation it uses. */
  void prepare(Value value);

  /** For what it stands: {@code model('m_(roi)', for: 'every roi')}. */
  @Word("for")
  void forEach(Value... values);

  /** A penalty of its own. */
  @Named("family")
  void penalty(PenaltyBlock block);

  /** A validation of its own. */
  void validate(ValidateBlock block);
}
