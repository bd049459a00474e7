/** Texts and places in them. Imports no other room. */
@NullMarked
package org.planlock.source;

import org.jspecify.annotations.NullMarked;
