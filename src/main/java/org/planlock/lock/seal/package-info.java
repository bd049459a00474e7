/**
 * Blinding: a custodian seals columns of a table, releases the key for one lock, and everybody can
 * judge what came first. Imports {@code lock}, {@code lock.ledger}, {@code lock.merkle}, {@code
 * lock.signature}, {@code syntax} (texts), {@code diagnostic} and {@code source}; tables are split
 * by the CSV library, cryptography is the JDK's.
 */
@NullMarked
package org.planlock.lock.seal;

import org.jspecify.annotations.NullMarked;
