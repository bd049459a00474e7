package org.planlock.lock.seal;

import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.ledger.LedgerDecision;
import org.planlock.lock.ledger.LedgerState;
import org.planlock.lock.ledger.LedgerStep;
import org.planlock.lock.ledger.Recorded;
import org.planlock.lock.ledger.RecordedLock;
import org.planlock.lock.ledger.entry.Release;
import org.planlock.source.Span;

/**
 * What a custodian may release, as the ledger stands: everything once, for the lock in force; one
 * participant in an emergency whenever it must be, and always recorded with its reason.
 */
public final class ReleasePolicy {
  private final Span place;

  private ReleasePolicy(Span place) {
    this.place = place;
  }

  /**
   * The policy for one ledger.
   *
   * @param ledger what messages call it
   */
  public static ReleasePolicy of(String ledger) {
    return new ReleasePolicy(Span.none(ledger));
  }

  /** The decision that makes a release count, to be taken while nobody else can write. */
  public LedgerDecision decision(CustodianRelease release) {
    var entry = release.entry();
    return state -> rule(state, entry).forWriter();
  }

  /** Whether a release may be appended to a ledger in this state. */
  public ReleaseRuling rule(LedgerState state, Release release) {
    var lock = state.lock(release.lock());
    if (lock.isEmpty()) {
      return refused(unknown(release));
    }
    if (release.emergency().isPresent()) {
      return granted(release);
    }
    var before = state.releaseOf(release.allocation());
    if (before.isPresent() && before.get().body().lock().equals(release.lock())) {
      return new ReleaseRuling(Optional.empty(), List.of(already(before.get())));
    }
    var objections = state.objections(release, place);
    if (!objections.isEmpty()) {
      return new ReleaseRuling(
          Optional.empty(), objections.stream().map(ReleasePolicy::explained).toList());
    }
    return lock.get().isActive() ? granted(release) : refused(superseded(lock.get()));
  }

  private Diagnostic unknown(Release release) {
    return Diagnostic.at(
            place, Rule.RELEASE_REFUSED, "the lock " + release.lock() + " is not in this ledger")
        .note("what is opened for a plan that nobody recorded proves nothing")
        .help("release for the lock that is in force in this ledger");
  }

  private Diagnostic superseded(RecordedLock lock) {
    return Diagnostic.at(
            place,
            Rule.RELEASE_REFUSED,
            "this lock was amended, at seq " + lock.supersededBy().orElse(0))
        .note("a release is for the version of the plan that will be carried out")
        .help("release for the lock that took its place");
  }

  private Diagnostic already(Recorded<Release> first) {
    return Diagnostic.at(
            place,
            Rule.RELEASED_ALREADY,
            "this was released for the same lock already, at seq " + first.seq())
        .note("the release file of that time has " + first.body().file());
  }

  private static Diagnostic explained(Diagnostic objection) {
    return objection.help(
        "if the plan was amended since, nothing more needs releasing: who has that release can read"
            + " the table. `plan execute LOCK --release FILE --signer FILE --unblinded-already"
            + " \"why\"` carries out the later version; what the amendment touches is exploratory");
  }

  private static ReleaseRuling granted(Release release) {
    return new ReleaseRuling(Optional.of(LedgerStep.of(release)), List.of());
  }

  private static ReleaseRuling refused(Diagnostic because) {
    return new ReleaseRuling(Optional.empty(), List.of(because));
  }
}
