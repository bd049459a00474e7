package org.planlock.execution.result;

import java.util.Optional;

/**
 * A score as the plan defines it.
 *
 * @param definition the plan's words
 * @param value empty where the definition has none, such as a correlation with a constant
 */
public record NamedValue(String name, String definition, Optional<Double> value) {}
