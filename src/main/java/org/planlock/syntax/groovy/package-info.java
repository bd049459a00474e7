/**
 * The Groovy notation: texts that Groovy would accept, read as a syntax tree and compared with a
 * list of allowed words; nothing is compiled, evaluated or loaded, and nothing of Groovy is needed
 * (ADR 0017). Imports {@code syntax}, {@code source} and {@code diagnostic}.
 */
@NullMarked
package org.planlock.syntax.groovy;

import org.jspecify.annotations.NullMarked;
