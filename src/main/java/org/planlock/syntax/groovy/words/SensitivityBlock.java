package org.planlock.syntax.groovy.words;

/** What {@code sensitivity { … }} may say. */
public interface SensitivityBlock {
  /** Another way to do it: {@code variant('strict') { set 'sample.rows', value: '…' }}. */
  @Each(list = "variants", name = "name")
  void variant(VariantBlock item);

  /** All of them at once. */
  void variants(Value... values);

  /** What follows if they disagree. */
  void disagree(Value value);
}
