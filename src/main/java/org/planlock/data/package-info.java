/**
 * Tables as read, fingerprinted, checked against the data contract and joined by participant. May
 * import {@code plan}, {@code diagnostic} and {@code source}.
 */
@NullMarked
package org.planlock.data;

import org.jspecify.annotations.NullMarked;
