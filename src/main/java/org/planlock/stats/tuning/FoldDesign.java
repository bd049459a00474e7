package org.planlock.stats.tuning;

import org.planlock.stats.Columns;
import org.planlock.stats.Sample;

/**
 * What one fold is fitted to and asked about, prepared as the plan says for this fold.
 *
 * @param train the rows outside the fold
 * @param test the predictors of the rows in the fold, ascending by row
 */
public record FoldDesign(Sample train, Columns test) {}
