package org.planlock.lock;

/**
 * What makes a lock private: its digest can be shown without giving the plan away, and single
 * fields of the plan can be revealed later.
 *
 * @param salt makes the digest of the statement one that cannot be guessed from a guessed plan
 * @param fieldsRoot the root of the Merkle tree over the plan's fields, as {@code lock.commitment}
 *     makes it
 */
public record Concealment(Salt salt, Sha256 fieldsRoot) {}
