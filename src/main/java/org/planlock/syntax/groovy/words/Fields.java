package org.planlock.syntax.groovy.words;

/**
 * Named values after a word, {@code key: 'value'}: which keys there are is the same in every
 * notation, and is said where the plan gets its meaning.
 */
public interface Fields {}
