/**
 * A plan as pure values, and the binder that gives a tree its meaning. Imports {@code syntax},
 * {@code diagnostic} and {@code source}.
 */
@NullMarked
package org.planlock.plan;

import org.jspecify.annotations.NullMarked;
