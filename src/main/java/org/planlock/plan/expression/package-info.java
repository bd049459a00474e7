/**
 * The small expression language of plans: total, typed, without input or output. Imports {@code
 * syntax} and {@code diagnostic}.
 */
@NullMarked
package org.planlock.plan.expression;

import org.jspecify.annotations.NullMarked;
