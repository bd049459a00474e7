package org.planlock.lock.ledger;

import java.util.List;
import java.util.Optional;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.entry.Beginning;
import org.planlock.lock.ledger.entry.LedgerEntry;
import org.planlock.lock.merkle.MerkleTree;
import org.planlock.lock.merkle.TreeHead;

/**
 * A ledger as it was read.
 *
 * @param name under which messages quote it
 * @param entries of all lines that hold one, in the order in which they stand
 * @param leaves leaf hashes of all whole lines, damaged ones too, so that a checkpoint can be held
 *     against what is there
 */
public record Ledger(String name, List<LedgerEntry> entries, List<Sha256> leaves) {
  public Ledger {
    entries = List.copyOf(entries);
    leaves = List.copyOf(leaves);
  }

  /** The name of the study, if the ledger begins as it must. */
  public Optional<String> study() {
    return entries.stream()
        .limit(1)
        .map(LedgerEntry::body)
        .filter(Beginning.class::isInstance)
        .map(body -> ((Beginning) body).study())
        .findFirst();
  }

  /** The tree over its lines, which has the proofs. */
  public MerkleTree tree() {
    return MerkleTree.ofHashes(leaves);
  }

  /** Size and root of the tree over its lines. */
  public TreeHead head() {
    return tree().head();
  }

  /** What follows from its entries. */
  public LedgerState state() {
    return LedgerState.of(entries);
  }
}
