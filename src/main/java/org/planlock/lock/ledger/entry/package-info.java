/**
 * What a ledger can record: one record for each type of entry, with its JSON and its strict reader.
 * Imports {@code lock}, {@code lock.merkle} (tree heads), {@code syntax} (texts), {@code
 * diagnostic} and {@code source}.
 */
@NullMarked
package org.planlock.lock.ledger.entry;

import org.jspecify.annotations.NullMarked;
