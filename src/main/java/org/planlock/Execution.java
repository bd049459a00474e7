package org.planlock;

import org.planlock.deviation.Evidence;
import org.planlock.deviation.Judgement;
import org.planlock.execution.result.Results;

/**
 * An execution that came to its end.
 *
 * @param results with verdict, labels and deviations
 * @param judgement the same deviations with their places and reasons
 * @param evidence what they rest on
 */
public record Execution(Results results, Judgement judgement, Evidence evidence) {}
