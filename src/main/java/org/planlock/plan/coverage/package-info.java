/**
 * Which of the 78 fields of a complete plan are stated, and what is missing in the others. Imports
 * {@code plan}, {@code syntax}, {@code diagnostic} and {@code source}.
 */
@NullMarked
package org.planlock.plan.coverage;

import org.jspecify.annotations.NullMarked;
