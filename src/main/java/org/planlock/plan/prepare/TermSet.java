package org.planlock.plan.prepare;

import java.util.List;
import java.util.Optional;

/**
 * A name for several terms: a list, or all columns of a table whose names fit a pattern, in the
 * order of the file.
 */
public record TermSet(
    String name, List<String> terms, Optional<String> columns, Optional<String> in) {}
