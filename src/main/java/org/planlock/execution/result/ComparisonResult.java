package org.planlock.execution.result;

import java.util.Optional;

/**
 * Two models compared.
 *
 * @param by what is compared, such as {@code cv_mse}
 * @param difference the full model's value less the reduced one's
 */
public record ComparisonResult(
    String full,
    String reduced,
    String by,
    Optional<Double> fullValue,
    Optional<Double> reducedValue,
    Optional<Double> difference) {}
