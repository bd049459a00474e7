/**
 * Chooses penalty strengths by the error on rows that a fit did not see. Imports {@code stats} and
 * {@code stats.elasticnet}.
 */
@NullMarked
package org.planlock.stats.tuning;

import org.jspecify.annotations.NullMarked;
