package org.planlock.deviation;

import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/**
 * Something planned of which the trace does not tell whether it was kept.
 *
 * @param path its place in the plan
 * @param evidence what the trace would have to hold
 */
public record Gap(String path, String evidence) implements Finding {
  /** The gap for people, at the place where the plan says it. */
  public Diagnostic diagnostic(Span place) {
    return Diagnostic.at(
            place, Rule.EVIDENCE_MISSING, "the trace does not tell whether `" + path + "` was kept")
        .note("what is not recorded is never taken to conform")
        .help("let the analysis record " + evidence);
  }
}
