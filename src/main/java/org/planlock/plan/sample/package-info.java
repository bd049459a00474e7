/**
 * Who is analysed, and what is estimated (groups B and C). Imports {@code plan.value} and {@code
 * plan.expression}.
 */
@NullMarked
package org.planlock.plan.sample;

import org.jspecify.annotations.NullMarked;
