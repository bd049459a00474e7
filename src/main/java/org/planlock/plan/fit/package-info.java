/** Models, penalties, resampling and selection (groups G, H, I). Imports {@code plan.value}. */
@NullMarked
package org.planlock.plan.fit;

import org.jspecify.annotations.NullMarked;
