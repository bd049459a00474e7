package org.planlock.stats;

/** Outcome of an unpenalised fit: the fit, or why there is none. */
public sealed interface LeastSquares permits LeastSquaresFit, NotEstimable {}
