/** From a notation to the neutral tree and back. Imports {@code source} and {@code diagnostic}. */
@NullMarked
package org.planlock.syntax;

import org.jspecify.annotations.NullMarked;
