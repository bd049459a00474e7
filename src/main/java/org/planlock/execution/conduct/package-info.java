/**
 * Conducts a whole execution, from tables to results. Imports the other rooms of {@code execution}
 * and what {@code execution} may.
 */
@NullMarked
package org.planlock.execution.conduct;

import org.jspecify.annotations.NullMarked;
