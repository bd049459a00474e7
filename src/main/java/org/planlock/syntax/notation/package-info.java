/**
 * Which notation a file is written in, and who reads and writes it. Imports all of {@code syntax},
 * {@code source} and {@code diagnostic}.
 */
@NullMarked
package org.planlock.syntax.notation;

import org.jspecify.annotations.NullMarked;
