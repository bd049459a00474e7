package org.planlock.execution.result;

import java.util.Optional;

/**
 * A correlation outside the confirmatory family.
 *
 * @param n pairs without a missing value
 * @param value empty where one of the two does not vary
 * @param p two-sided, by t with n - 2 degrees of freedom
 */
public record CorrelationResult(
    String outcome,
    String with,
    String method,
    int n,
    Optional<Double> value,
    Optional<Double> p) {}
