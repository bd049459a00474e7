/** What the data must look like (groups B, D and K). Imports {@code plan.value}. */
@NullMarked
package org.planlock.plan.contract;

import org.jspecify.annotations.NullMarked;
