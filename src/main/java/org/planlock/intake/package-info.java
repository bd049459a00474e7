/**
 * What exists elsewhere becomes a plan: tables with their dictionaries, and plans written for other
 * programs. Reads bytes that others opened. Imports {@code syntax}, {@code plan}, {@code
 * diagnostic} and {@code source}.
 */
@NullMarked
package org.planlock.intake;

import org.jspecify.annotations.NullMarked;
