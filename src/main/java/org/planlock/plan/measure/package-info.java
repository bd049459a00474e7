/** Regions and the measures made from images (group D). Imports {@code plan.value}. */
@NullMarked
package org.planlock.plan.measure;

import org.jspecify.annotations.NullMarked;
