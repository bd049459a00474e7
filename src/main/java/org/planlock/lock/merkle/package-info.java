/**
 * Merkle trees as certificate logs use them: one digest for a list of any length, a short proof
 * that something stands in the list, and a short proof that a list only grew. Imports {@code lock}
 * for its digest alone.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1">RFC 9162 §2.1, the same trees
 *     as RFC 6962 §2.1</a>
 */
@NullMarked
package org.planlock.lock.merkle;

import org.jspecify.annotations.NullMarked;
