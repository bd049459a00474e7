/**
 * The locked plan against what an analysis says that it did: one class a finding. Imports {@code
 * plan}, {@code lock}, {@code trace}, {@code syntax}, {@code diagnostic} and {@code source}, never
 * the room that executes: a trace from any tool is checked in the same way.
 */
@NullMarked
package org.planlock.deviation;

import org.jspecify.annotations.NullMarked;
