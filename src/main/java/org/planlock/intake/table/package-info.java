/**
 * Proposes a data contract from tables and their BIDS sidecars. Imports {@code intake}, {@code
 * intake.json}, {@code syntax}, {@code diagnostic} and {@code source}.
 */
@NullMarked
package org.planlock.intake.table;

import org.jspecify.annotations.NullMarked;
