/**
 * Since when a lock exists: time stamps by RFC 3161, who gives them, and what a verifier may
 * conclude from them. Trust comes from the verifier's own anchors, never from a token, the lock or
 * the Java platform. Imports {@code lock}, {@code diagnostic} and {@code source}; the only room
 * that knows Bouncy Castle, for the shape of tokens. Signatures and paths are checked by the JDK.
 */
@NullMarked
package org.planlock.lock.time;

import org.jspecify.annotations.NullMarked;
