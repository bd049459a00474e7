/** The entry for programs that embed Planlock. May import all rooms but {@code cli}. */
@NullMarked
package org.planlock;

import org.jspecify.annotations.NullMarked;
