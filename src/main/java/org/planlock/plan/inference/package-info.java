/**
 * Hypotheses, nulls, scores and declared alternatives (group J). Imports other parts of {@code
 * plan}.
 */
@NullMarked
package org.planlock.plan.inference;

import org.jspecify.annotations.NullMarked;
