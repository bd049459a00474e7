package org.planlock.lock.ledger;

import org.planlock.lock.ledger.entry.LedgerEntry;
import org.planlock.lock.merkle.TreeHead;

/**
 * An entry that is durable.
 *
 * @param head the tree with it, as far as whoever appends knows; what is signed comes from {@link
 *     LedgerReader}, which reads every line
 */
public record Appended(LedgerEntry entry, TreeHead head) {}
