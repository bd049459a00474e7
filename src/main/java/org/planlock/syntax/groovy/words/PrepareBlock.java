package org.planlock.syntax.groovy.words;

/** What {@code prepare('main') { … }} may say. */
public interface PrepareBlock {
  /** What it is called; usually said as {@code prepare('main')}. */
  void name(Value value);

  /** For what it stands: {@code prepare('p_(roi)', for: 'every roi')}. */
  @Word("for")
  void forEach(Value... values);

  /** A step: {@code step 1, scale: ['age'], to: 'z(sd n-1)', using: 'training_fold'}. */
  @Each(list = "steps", name = "step")
  void step(Fields item);

  /** All of them at once. */
  void steps(Value... values);

  /** The columns of the design, in their order. */
  void columns(Value... values);

  /** What is done with columns that say the same. */
  void aliased(Value value);

  /** Whether a product needs its parents. */
  void heredity(Value value);
}
