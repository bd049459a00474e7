package org.planlock.syntax.groovy.words;

/** What {@code hypothesis('H1') { … }} may say. */
public interface HypothesisBlock {
  /** What it is called; usually said as {@code hypothesis('H1')}. */
  void id(Value value);

  /** What is claimed. */
  void claim(Value value);

  /** For what it stands: {@code hypothesis('H_(roi)', for: 'every roi')}. */
  @Word("for")
  void forEach(Value... values);

  /** When it counts as corroborated. */
  void corroborated(Value value);

  /** When it counts as falsified. */
  void falsified(Value value);

  /** What holds otherwise. */
  void otherwise(Value value);
}
