package org.planlock.lock.seal;

import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.lock.ledger.LedgerState;
import org.planlock.lock.ledger.Recorded;
import org.planlock.lock.ledger.entry.Unblinding;

/**
 * What came first: the lock, or somebody's knowledge of the outcome. It speaks of order alone; what
 * people knew by other ways, no file can tell.
 *
 * @param sentences why, for people who have never heard of a hash
 * @param diagnostics what contradicts the order, each as a finding
 */
public record OrderOfEvents(
    OrderVerdict verdict, List<String> sentences, List<Diagnostic> diagnostics) {
  public OrderOfEvents {
    sentences = List.copyOf(sentences);
    diagnostics = List.copyOf(diagnostics);
  }

  /** The verdict on some evidence. */
  public static OrderOfEvents of(OrderEvidence evidence) {
    var against = contradictions(evidence);
    var sentences = new ArrayList<String>();
    OrderVerdict verdict;
    if (!against.isEmpty()) {
      verdict = OrderVerdict.CONTRADICTED;
      sentences.add(
          "The record says that this lock was not made, or not carried out, in the order that was"
              + " planned; what rests on it is exploratory.");
      against.forEach(one -> sentences.add("It says: " + one.message() + "."));
    } else if (isOrderedByHash(evidence)) {
      verdict = OrderVerdict.ORDERED_BY_HASH;
      sentences.add(byHash(evidence.soundRelease().orElseThrow()));
    } else if (isOrderedByTime(evidence)) {
      verdict = OrderVerdict.ORDERED_BY_TRUSTED_TIME;
      sentences.add(byTime(evidence.times().orElseThrow()));
    } else {
      verdict = OrderVerdict.NOT_PROVEN;
      sentences.addAll(new UnprovenOrder(evidence).sentences());
    }
    sentences.addAll(asides(evidence));
    return new OrderOfEvents(verdict, sentences, against);
  }

  private static List<Diagnostic> contradictions(OrderEvidence evidence) {
    var found = new ArrayList<>(new HashContradictions(evidence).all());
    evidence
        .ledger()
        .map(
            ledger ->
                new LedgerContradictions(
                    ledger,
                    evidence.lock(),
                    evidence.soundRelease().map(r -> r.release().statement().sealed())))
        .ifPresent(
            ledger -> {
              found.addAll(ledger.all());
              evidence
                  .soundRelease()
                  .flatMap(report -> ledger.unlike(report.release().statement().head()))
                  .ifPresent(found::add);
            });
    return found;
  }

  private static boolean isOrderedByHash(OrderEvidence evidence) {
    return evidence
        .soundRelease()
        .filter(report -> isNamedByResult(report, evidence))
        .filter(report -> knownAlready(evidence).isEmpty())
        .isPresent();
  }

  private static boolean isNamedByResult(ReleaseReport report, OrderEvidence evidence) {
    return evidence
        .result()
        .flatMap(ResultHashes::release)
        .filter(report.release().sha256()::equals)
        .isPresent();
  }

  private static boolean isOrderedByTime(OrderEvidence evidence) {
    return evidence.times().filter(TrustedTimes::areOrdered).isPresent()
        && knownAlready(evidence).isEmpty();
  }

  /** Entries by which the analyst says that the outcome was known without a release. */
  static List<Recorded<Unblinding>> knownAlready(OrderEvidence evidence) {
    return evidence.ledger().stream()
        .flatMap(ledger -> ledger.state().unblindings().stream())
        .filter(one -> one.body().release().isEmpty())
        .toList();
  }

  private static String byHash(ReleaseReport report) {
    return "The plan was locked before the data were released, and the result came after both:"
        + " the release that "
        + report.custodians()
        + " signed names this lock, and the result names lock and release."
        + " Nobody can name what does not exist yet."
        + " This says nothing of what anybody knew by other ways.";
  }

  private static String byTime(TrustedTimes times) {
    return "The plan was locked at the latest on "
        + times.lockedAtTheLatest()
        + ", and nobody who analyses can have known the outcome before "
        + times.openedAtTheEarliest()
        + ", as people outside attest."
        + " This is as good as their word, and says nothing of what anybody knew by other ways.";
  }

  private static List<String> asides(OrderEvidence evidence) {
    return evidence
        .ledger()
        .map(ledger -> emergencies(ledger.state()))
        .filter(count -> count > 0)
        .map(
            count ->
                "In an emergency the data of "
                    + (count == 1 ? "1 participant were" : count + " participants were")
                    + " opened alone; the ledger gives the reasons.")
        .stream()
        .toList();
  }

  private static long emergencies(LedgerState state) {
    return state.releases().stream()
        .flatMap(release -> release.body().emergency().stream())
        .map(emergency -> emergency.participant())
        .distinct()
        .count();
  }
}
