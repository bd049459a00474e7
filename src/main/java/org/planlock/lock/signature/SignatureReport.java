package org.planlock.lock.signature;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/**
 * What is to be thought of all signatures of an envelope, in their order.
 *
 * @param diagnostics wrong, repeated, unknown and unaccepted signatures
 */
public record SignatureReport(List<SignatureVerdict> verdicts, List<Diagnostic> diagnostics) {
  /** That of an envelope without signatures. */
  public static final SignatureReport UNSIGNED = new SignatureReport(List.of(), List.of());

  public SignatureReport {
    verdicts = List.copyOf(verdicts);
    diagnostics = List.copyOf(diagnostics);
  }

  /** The signatures that hold by keys of people whom the verifier accepts, each key once. */
  public List<SignatureVerdict> accepted() {
    return verdicts.stream().filter(v -> v.standing() == SignatureStanding.ACCEPTED).toList();
  }

  /** The people behind them, by name; somebody with two keys is one person. */
  public Set<String> people() {
    return accepted().stream()
        .map(SignatureVerdict::who)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Every key under which a signature holds, whoever it belongs to. */
  public Set<VerifyingKey> keys() {
    return verdicts.stream()
        .filter(SignatureVerdict::holds)
        .flatMap(v -> v.key().stream())
        .collect(Collectors.toSet());
  }

  /**
   * A finding if fewer people signed than are wanted.
   *
   * @param threshold how many different people must have signed, at least 1
   */
  public Optional<Diagnostic> tooFew(int threshold, Span place) {
    var people = people();
    if (people.size() >= threshold) {
      return Optional.empty();
    }
    var message = people.size() + " of at least " + threshold + " accepted people signed";
    var finding =
        Diagnostic.at(place, Rule.SIGNATURES_TOO_FEW, message)
            .note("only people on the verifier's own list count, each once");
    return Optional.of(
        people.isEmpty() ? finding : finding.note("accepted: " + String.join(", ", people)));
  }
}
