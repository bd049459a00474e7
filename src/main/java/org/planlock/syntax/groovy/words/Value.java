package org.planlock.syntax.groovy.words;

/**
 * A text in quotes, a number, {@code true} or {@code false}, a list {@code ['a', 'b']} or a map
 * {@code [key: 'a']}; named values alone are a map too.
 */
public interface Value {}
