/**
 * What a verifier who trusts nobody can say of a lock: who signed it, since when it existed, which
 * entries of the study's ledger speak of it. All that is believed comes from the verifier; what
 * cannot be known is said so.
 *
 * <p>May import {@code lock}, {@code lock.signature}, {@code lock.time}, {@code lock.ledger},
 * {@code lock.seal} and {@code lock.merkle}.
 */
@NullMarked
package org.planlock.lock.proof;

import org.jspecify.annotations.NullMarked;
