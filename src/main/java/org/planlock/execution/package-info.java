/**
 * Carries out a locked plan and records every step as it is taken. May import {@code plan}, {@code
 * lock}, {@code data}, {@code imaging}, {@code stats}, {@code trace}, {@code diagnostic} and {@code
 * source}.
 */
@NullMarked
package org.planlock.execution;

import org.jspecify.annotations.NullMarked;
