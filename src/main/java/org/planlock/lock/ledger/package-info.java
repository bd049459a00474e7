/**
 * The ledger of a study, {@code .planlock/ledger.jsonl}: what was locked, amended, released,
 * executed and reported, in order, each line holding the digest of the one before it. Reading never
 * writes; writing appends one line, and that line is the only thing that commits an operation.
 *
 * <p>A ledger shows that nothing in it was changed. That its newest lines were not cut off shows
 * only a checkpoint that somebody else keeps. It is written under a lock between processes, which
 * holds on local disks alone. Imports {@code lock}, its {@code merkle} and {@code signature},
 * {@code syntax} (texts), {@code diagnostic} and {@code source}.
 */
@NullMarked
package org.planlock.lock.ledger;

import org.jspecify.annotations.NullMarked;
