/**
 * Who stands behind a lock or a release: Ed25519 keys in files, signatures over DSSE envelopes, and
 * the list of people whose keys a verifier accepts. A signature says who, never when. Imports
 * {@code lock}, {@code syntax} (texts), {@code diagnostic} and {@code source}; cryptography is the
 * JDK's.
 */
@NullMarked
package org.planlock.lock.signature;

import org.jspecify.annotations.NullMarked;
