/**
 * Who registers what, with which knowledge and tools (groups A, K, L). Imports {@code plan.value}.
 */
@NullMarked
package org.planlock.plan.register;

import org.jspecify.annotations.NullMarked;
