package org.planlock.plan.fit;

import org.planlock.plan.value.Between;
import org.planlock.plan.value.Decimal;
import org.planlock.plan.value.Technical;

/**
 * When {@code solve glmnet} is done, in glmnet's own terms.
 *
 * @param threshold a pass that changes no fitted value by a mean square of this share of the null
 *     deviance is the last one: {@code thresh}; rounding alone changes more than 1e-32
 * @param most passes over the columns for one whole path: {@code maxit}
 */
public record Passes(
    @Technical("1e-7") @Between(low = 1e-30, high = 0.1) Decimal threshold,
    @Technical("100000") @Between(low = 1, high = 1e9) int most) {}
