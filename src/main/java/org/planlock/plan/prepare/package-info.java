/**
 * Variables and the steps from columns to a design (groups E, F, G). Imports {@code plan.value} and
 * {@code plan.expression}.
 */
@NullMarked
package org.planlock.plan.prepare;

import org.jspecify.annotations.NullMarked;
