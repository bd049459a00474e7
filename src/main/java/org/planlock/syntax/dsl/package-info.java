/**
 * The {@code .plan} notation and expressions; the only user of ANTLR. Imports {@code syntax},
 * {@code source} and {@code diagnostic}.
 */
@NullMarked
package org.planlock.syntax.dsl;

import org.jspecify.annotations.NullMarked;
