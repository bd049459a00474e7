/**
 * What an editor is told about a plan while it is being written: its mistakes, what stands where,
 * what may stand there, and where names are declared and used. Works on texts that are not whole.
 * Imports {@code syntax}, {@code plan}, {@code diagnostic} and {@code source}.
 */
@NullMarked
package org.planlock.editor;

import org.jspecify.annotations.NullMarked;
