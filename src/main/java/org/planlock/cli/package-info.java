/**
 * The commands: the only room that prints, exits and reads clocks. May import all rooms; nobody
 * imports it.
 */
@NullMarked
package org.planlock.cli;

import org.jspecify.annotations.NullMarked;
