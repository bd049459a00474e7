/**
 * The words of a plan in Groovy, one interface for each block. They are documentation and at once
 * the list of what may be said: the reader takes its words from here, and nothing is ever called.
 * Imports no other room.
 */
@NullMarked
package org.planlock.syntax.groovy.words;

import org.jspecify.annotations.NullMarked;
