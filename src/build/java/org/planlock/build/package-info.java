/**
 * What the build does to the classes of the program before they are packed (ADR 0011). Not part of
 * the program.
 */
@NullMarked
package org.planlock.build;

import org.jspecify.annotations.NullMarked;
