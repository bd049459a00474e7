/**
 * Everything that can be wrong inside a bound plan, one class per mistake. Imports {@code plan},
 * {@code diagnostic}, {@code syntax} and {@code source}.
 */
@NullMarked
package org.planlock.plan.check;

import org.jspecify.annotations.NullMarked;
