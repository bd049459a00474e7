/**
 * Numbers in, numbers out: fits, folds, selection and scores. Imports no other room; the only room
 * that uses Commons Math.
 *
 * <p>Usable without a plan, from Java or Groovy. Every value is immutable, and no result depends on
 * the number of threads. An elastic net whose l1Ratio and lambda are chosen by leave-one-out:
 *
 * <pre>{@code
 * var sample = Sample.of(Columns.ofRows(x), y);
 * var options = ElasticNetOptions.of(Objective.GLMNET).solve(Solve.EXACT).standardize(true);
 * var net = new CrossValidatedNet(new ElasticNet(options), OwnSequences.usual(0.1, 0.5, 1.0));
 * var tuned = net.evaluate(sample, Folds.leaveOneOut(sample.rows()), Labour.on(2));
 * var ties = TieTolerance.relative(1e-12);
 * var sparser = List.of(Preference.LARGER_L1_RATIO, Preference.LARGER_LAMBDA);
 * var rule = new SelectionRule(SelectionRule.Criterion.MINIMUM, ties, sparser);
 * var cell = tuned.select(rule).cell();
 * var fit = tuned.at(cell);
 * // cell.l1Ratio(), cell.lambda(), cell.error(), fit.intercept(), fit.coefficients()
 * }</pre>
 */
@NullMarked
package org.planlock.stats;

import org.jspecify.annotations.NullMarked;
