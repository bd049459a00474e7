/**
 * Plans that were written for other programs, as drafts of ours. Imports {@code intake}, {@code
 * intake.json}, {@code syntax}, {@code diagnostic} and {@code source}.
 */
@NullMarked
package org.planlock.intake.document;

import org.jspecify.annotations.NullMarked;
