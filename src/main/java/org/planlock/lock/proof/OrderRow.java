package org.planlock.lock.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Sha256;
import org.planlock.lock.Standing;
import org.planlock.lock.Verification;
import org.planlock.lock.ledger.Ledger;
import org.planlock.lock.seal.OrderEvidence;
import org.planlock.lock.seal.OrderOfEvents;
import org.planlock.lock.seal.OrderVerdict;
import org.planlock.lock.seal.ReleaseReport;
import org.planlock.lock.seal.ResultHashes;
import org.planlock.lock.seal.TrustedTimes;
import org.planlock.source.Span;

/** What can be said of what came first: the lock, or somebody's knowledge of the outcome. */
final class OrderRow {
  private static final String CHECK = "order of lock and outcome";

  private final String name;
  private final Shown shown;
  private final boolean isAsked;
  private final OrderOfEvents order;

  /**
   * @param lockedAtTheLatest on the word of authorities that the verifier trusts
   */
  OrderRow(
      PlanLock lock,
      String name,
      Optional<Ledger> ledger,
      List<ReleaseReport> releases,
      Shown shown,
      Optional<Instant> lockedAtTheLatest,
      boolean isAsked) {
    this.name = name;
    this.shown = shown;
    this.isAsked = isAsked;
    this.order = OrderOfEvents.of(evidence(lock.sha256(), ledger, releases, lockedAtTheLatest));
  }

  private OrderEvidence evidence(
      Sha256 lock,
      Optional<Ledger> ledger,
      List<ReleaseReport> releases,
      Optional<Instant> lockedAtTheLatest) {
    var release = release(releases);
    var evidence = OrderEvidence.of(lock);
    evidence = ledger.map(evidence::with).orElse(evidence);
    evidence = release.map(evidence::with).orElse(evidence);
    var hashes = result(release).filter(known -> known.lock().equals(lock));
    evidence = hashes.map(evidence::with).orElse(evidence);
    var times =
        lockedAtTheLatest.flatMap(
            locked -> shown.notBefore().map(opened -> new TrustedTimes(locked, opened)));
    return times.map(evidence::with).orElse(evidence);
  }

  /** The accepted release that the result names; else the first that was shown. */
  private Optional<ReleaseReport> release(List<ReleaseReport> releases) {
    var named = shown.result().map(Shown.ShownResult::releases).orElse(List.of());
    return releases.stream()
        .filter(one -> one.isAccepted() && named.contains(one.release().sha256()))
        .findFirst()
        .or(() -> releases.stream().findFirst());
  }

  private Optional<ResultHashes> result(Optional<ReleaseReport> release) {
    return shown
        .result()
        .filter(known -> known.blind().isEmpty())
        .flatMap(
            known ->
                known
                    .lock()
                    .map(
                        of ->
                            new ResultHashes(
                                of,
                                release
                                    .map(one -> one.release().sha256())
                                    .filter(known.releases()::contains)
                                    .or(() -> known.releases().stream().findFirst()))));
  }

  Verification.Row row() {
    boolean isProven = isProven();
    boolean isHeldAgainst = order.diagnostics().stream().anyMatch(Diagnostic::isError);
    var found = new ArrayList<Diagnostic>(order.diagnostics());
    if (!isProven && isAsked) {
      found.add(notProven());
    }
    return new Verification.Row(
        CHECK,
        word(),
        brief(isHeldAgainst),
        isHeldAgainst
            ? Standing.OUT_OF_ORDER
            : isProven || !isAsked ? Standing.HOLDS : Standing.WEAKER,
        found);
  }

  private String brief(boolean isHeldAgainst) {
    return switch (order.verdict()) {
      case ORDERED_BY_HASH -> "the release names the lock, and the result names both";
      case ORDERED_BY_TRUSTED_TIME -> "people outside attest times that leave one order";
      case CONTRADICTED ->
          isHeldAgainst
              ? "the record says that it was another"
              : "the outcome could be known before; what rests on it is exploratory";
      case NOT_PROVEN ->
          shown.releases().isEmpty()
              ? "only whoever locked the plan can say when the outcome was known"
              : "it takes a release and a result that names it";
    };
  }

  private boolean isProven() {
    return order.verdict() == OrderVerdict.ORDERED_BY_HASH
        || order.verdict() == OrderVerdict.ORDERED_BY_TRUSTED_TIME;
  }

  private String word() {
    return switch (order.verdict()) {
      case ORDERED_BY_HASH -> "ordered by hash";
      case ORDERED_BY_TRUSTED_TIME -> "ordered by trusted times";
      case NOT_PROVEN -> "not proven";
      case CONTRADICTED -> "not first";
    };
  }

  private Diagnostic notProven() {
    var finding =
        Diagnostic.at(
            Span.none(name),
            Rule.ORDER_NOT_PROVEN,
            "that the plan was locked before the outcome was known is not proven");
    for (var sentence : order.sentences()) {
      finding = finding.note(sentence);
    }
    if (shown.result().isEmpty()) {
      finding = finding.help("show the result with `--result FILE`");
    }
    if (shown.releases().isEmpty()) {
      finding = finding.help("show the custodian's release with `--release FILE --signer FILE`");
    }
    return finding;
  }
}
