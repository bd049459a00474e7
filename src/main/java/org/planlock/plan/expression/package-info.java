/**
 * The small expression language of plans: total, typed, without input or output. Imports {@code
 * plan.value}, {@code syntax}, {@code diagnostic} and {@code source}.
 */
@NullMarked
package org.planlock.plan.expression;

import org.jspecify.annotations.NullMarked;
