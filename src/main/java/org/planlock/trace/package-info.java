/**
 * What an analysis did, in order, one event a line; any tool may write it. Imports {@code
 * diagnostic} and {@code source}.
 */
@NullMarked
package org.planlock.trace;

import org.jspecify.annotations.NullMarked;
