/**
 * The steps from columns to designs, each learnt from its registered rows. May import {@code plan},
 * {@code stats}, {@code trace}, {@code syntax}, {@code diagnostic}, {@code source} and the rest of
 * {@code execution}.
 */
@NullMarked
package org.planlock.execution.prepare;

import org.jspecify.annotations.NullMarked;
