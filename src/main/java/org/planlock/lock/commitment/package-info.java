/**
 * Private plans: a public commitment to a plan that stays hidden, proofs of single fields of it,
 * and the opening of the whole. Imports {@code lock}, {@code lock.merkle}, {@code syntax}, {@code
 * diagnostic} and {@code source}.
 */
@NullMarked
package org.planlock.lock.commitment;

import org.jspecify.annotations.NullMarked;
