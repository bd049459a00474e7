/**
 * JSON with the place of every value, as files of strangers need it. Imports {@code syntax}, {@code
 * diagnostic} and {@code source}.
 */
@NullMarked
package org.planlock.intake.json;

import org.jspecify.annotations.NullMarked;
