/**
 * From a tree to the records of a plan and back, driven by the records themselves. Imports {@code
 * syntax}, {@code diagnostic} and {@code source}.
 */
@NullMarked
package org.planlock.plan.binding;

import org.jspecify.annotations.NullMarked;
