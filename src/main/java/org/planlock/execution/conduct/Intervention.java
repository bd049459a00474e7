package org.planlock.execution.conduct;

import java.util.Optional;
import org.planlock.trace.TraceValue;

/**
 * A value of the plan that the person who executes it gave.
 *
 * @param planned what the plan says there; empty where it leaves it open, which makes this a choice
 *     and no override
 */
public record Intervention(
    String path, Optional<TraceValue> planned, TraceValue value, Optional<String> because) {}
