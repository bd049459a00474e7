/**
 * Canonical form, digest, statement and lock file of a plan, and the proof that they still hold.
 * Imports {@code plan}, {@code syntax}, {@code diagnostic} and {@code source}.
 */
@NullMarked
package org.planlock.lock;

import org.jspecify.annotations.NullMarked;
