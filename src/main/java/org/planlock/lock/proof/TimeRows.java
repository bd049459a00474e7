package org.planlock.lock.proof;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Standing;
import org.planlock.lock.Verification;
import org.planlock.lock.time.TimeEvidence;
import org.planlock.lock.time.TimeLevel;
import org.planlock.lock.time.TimeProof;
import org.planlock.lock.time.TimeToken;
import org.planlock.lock.time.TimeVerdict;
import org.planlock.lock.time.TimeVerifier;
import org.planlock.source.Span;

/** Since when a lock existed, and on whose word. */
final class TimeRows {
  private static final String CHECK = "existed no later than";

  private final PlanLock lock;
  private final String name;
  private final TimeLevel wanted;
  private final List<Verification.Row> rows = new ArrayList<>();
  private final TimeProof proof;

  /**
   * @param earliest before this no program could have made the lock
   */
  TimeRows(PlanLock lock, Anchors anchors, Instant earliest, TimeLevel wanted, String name) {
    this.lock = lock;
    this.name = name;
    this.wanted = wanted;
    this.proof = lock.time().isEmpty() ? TimeProof.of(List.of()) : proof(anchors, earliest);
    rows.add(summary());
  }

  List<Verification.Row> rows() {
    return rows;
  }

  TimeLevel level() {
    return proof.level();
  }

  /** When the lock was there at the latest, on the word of others. */
  Optional<Instant> attested() {
    return proof.noLaterThan();
  }

  /** When the lock was made, on the best word that there is. */
  Instant time() {
    return proof.noLaterThan().orElse(lock.claimedTime());
  }

  private TimeProof proof(Anchors anchors, Instant earliest) {
    var verifier =
        new TimeVerifier(anchors.authorities(), InstantSource.fixed(anchors.now()), earliest);
    var verdicts = new ArrayList<TimeVerdict>();
    for (var stamp : lock.time()) {
      var evidence = TimeEvidence.read(stamp, name);
      if (evidence.isSound()) {
        var verdict = verifier.verify(evidence.orThrow(), lock.sha256(), name);
        verdicts.add(verdict);
        rows.add(row(verdict));
      } else {
        rows.add(unreadable(evidence.diagnostics()));
      }
    }
    return TimeProof.of(verdicts);
  }

  private static Verification.Row unreadable(List<Diagnostic> found) {
    boolean isNewer = found.stream().anyMatch(d -> d.rule() == Rule.LOCK_TOO_NEW);
    return new Verification.Row(
        "time stamp",
        isNewer ? "newer" : "not readable",
        "",
        isNewer ? Standing.REFUSED : Standing.UNREADABLE,
        found);
  }

  private static Verification.Row row(TimeVerdict verdict) {
    return new Verification.Row(
        "time stamp",
        verdict.isTrusted() ? "ok" : verdict.holds() ? "self-asserted" : "does not hold",
        verdict.token().map(TimeRows::said).orElse(""),
        verdict.holds() ? Standing.HOLDS : standing(verdict),
        verdict.diagnostics());
  }

  private static Standing standing(TimeVerdict verdict) {
    return verdict.diagnostics().stream().anyMatch(d -> d.rule() == Rule.TIME_STAMP_UNREADABLE)
        ? Standing.UNREADABLE
        : Standing.CHANGED;
  }

  private static String said(TimeToken token) {
    return token.genTime() + ", by " + token.authority();
  }

  private Verification.Row summary() {
    boolean isEnough = proof.level().reaches(wanted);
    return new Verification.Row(
        CHECK,
        isEnough ? word() : "not proven",
        evidence(),
        isEnough ? Standing.HOLDS : Standing.WEAKER,
        isEnough ? List.of() : List.of(notProven()));
  }

  private String word() {
    return proof.noLaterThan().isPresent() ? "attested" : "self-asserted";
  }

  private String evidence() {
    return byTwo()
        .or(() -> proof.noLaterThan().map(t -> t + ", by an authority that you trust"))
        .orElseGet(() -> lock.claimedTime() + ", by the locking machine's own clock");
  }

  private Optional<String> byTwo() {
    return proof.noLaterThanByTwo().map(t -> t + ", by two independent authorities that you trust");
  }

  private Diagnostic notProven() {
    var finding =
        Diagnostic.at(
            Span.none(name),
            Rule.TIME_NOT_PROVEN,
            wanted == TimeLevel.T3
                ? "no two independent authorities that you trust attest when the plan was locked"
                : "nobody else attests when the plan was locked");
    var noted =
        finding.note(
            "a clock can be set; only an outside time stamp proves that the plan came first");
    return lock.time().isEmpty()
        ? noted
        : noted.help("name the authority's root certificate with `--tsa-ca FILE`");
  }
}
