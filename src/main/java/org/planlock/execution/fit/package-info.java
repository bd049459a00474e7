/**
 * From designs to fitted models: folds, grids, selection, fits and nested validation. Imports the
 * contract with preparation in {@code execution}, and otherwise what {@code execution} may.
 */
@NullMarked
package org.planlock.execution.fit;

import org.jspecify.annotations.NullMarked;
