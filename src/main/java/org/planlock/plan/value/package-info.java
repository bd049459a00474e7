/**
 * Values that all parts of a plan share: declared things, exact numbers, phrases. Imports {@code
 * syntax} only.
 */
@NullMarked
package org.planlock.plan.value;

import org.jspecify.annotations.NullMarked;
