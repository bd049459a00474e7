/**
 * What can be wrong, as data. Imports {@code source} only; formatting belongs to {@code report}.
 */
@NullMarked
package org.planlock.diagnostic;

import org.jspecify.annotations.NullMarked;
