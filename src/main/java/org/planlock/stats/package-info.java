/**
 * Numbers in, numbers out: fits, folds, selection and scores. Imports no other room; the only room
 * that uses Commons Math.
 */
@NullMarked
package org.planlock.stats;

import org.jspecify.annotations.NullMarked;
