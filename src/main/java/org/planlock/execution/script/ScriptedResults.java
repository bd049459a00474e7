package org.planlock.execution.script;

import org.planlock.deviation.DeclaredDeviations;
import org.planlock.deviation.Foreknowledge;
import org.planlock.execution.result.Results;

/**
 * What a script came to.
 *
 * @param results without verdict and deviations
 * @param declared what was admitted before and by the script
 * @param foreknowledge what was known before, and which of its words the ledger knew by then
 */
public record ScriptedResults(
    Results results, DeclaredDeviations declared, Foreknowledge foreknowledge) {}
