package org.planlock.syntax.groovy.words;

/** What {@code variant('strict') { … }} may say. */
public interface VariantBlock {
  /** What it is called; usually said as {@code variant('strict')}. */
  void name(Value value);

  /** What is done in another way: {@code set 'sample.rows', value: '…'}. */
  @Each(list = "set", name = "path")
  void set(Fields item);
}
