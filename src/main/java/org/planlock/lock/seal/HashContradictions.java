package org.planlock.lock.seal;

import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** Finds hashes in a release or a result that name something else than what is at hand. */
final class HashContradictions {
  private final OrderEvidence evidence;

  HashContradictions(OrderEvidence evidence) {
    this.evidence = evidence;
  }

  List<Diagnostic> all() {
    var found = new ArrayList<Diagnostic>();
    // a release that no accepted custodian signed can say anything; it proves nothing against
    // anybody
    evidence
        .release()
        .filter(report -> !report.signatures().accepted().isEmpty())
        .filter(report -> !report.release().statement().lock().equals(evidence.lock()))
        .ifPresent(
            report ->
                found.add(
                    found(
                        "release",
                        "the custodian released the data for another lock",
                        "for " + report.release().statement().lock())));
    evidence
        .result()
        .filter(result -> !result.lock().equals(evidence.lock()))
        .ifPresent(
            result ->
                found.add(
                    found("result", "the result is that of another lock", "of " + result.lock())));
    evidence
        .release()
        .map(report -> report.release().sha256())
        .ifPresent(
            release ->
                evidence
                    .result()
                    .flatMap(ResultHashes::release)
                    .filter(named -> !named.equals(release))
                    .ifPresent(
                        named ->
                            found.add(
                                found(
                                    "result",
                                    "the result names another release than the one at hand",
                                    "it names " + named))));
    return found;
  }

  private static Diagnostic found(String place, String message, String note) {
    return Diagnostic.at(Span.none(place), Rule.ORDER_CONTRADICTED, message).note(note);
  }
}
