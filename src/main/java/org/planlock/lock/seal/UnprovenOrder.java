package org.planlock.lock.seal;

import java.util.ArrayList;
import java.util.List;

/** Says in plain words why an order is not proven, and what would prove it. */
final class UnprovenOrder {
  private final OrderEvidence evidence;

  UnprovenOrder(OrderEvidence evidence) {
    this.evidence = evidence;
  }

  List<String> sentences() {
    var said = new ArrayList<String>();
    said.add(
        "The order of lock and outcome is not proven; that is no sign of anything done wrong.");
    said.addAll(aboutTheRelease());
    if (!OrderOfEvents.knownAlready(evidence).isEmpty()) {
      said.add("The ledger says that the outcome was known without a release.");
    }
    evidence
        .times()
        .filter(times -> !times.areOrdered())
        .ifPresent(
            times ->
                said.add(
                    "The times from outside leave both orders open: the lock is attested only for "
                        + times.lockedAtTheLatest()
                        + ", and the outcome may have been known from "
                        + times.openedAtTheEarliest()
                        + " on."));
    return said;
  }

  private List<String> aboutTheRelease() {
    var release = evidence.release();
    if (release.isEmpty()) {
      return List.of(
          "No custodian held the data back: whoever locked the plan could also read the outcome, and"
              + " only they can say when they did.",
          "Somebody else who seals the data, or attests when they could first be read, would prove"
              + " it.");
    }
    if (!release.get().isAccepted()) {
      return List.of(
          "There is a release, but it does not hold: " + firstFault(release.get()) + ".");
    }
    if (evidence.soundRelease().isEmpty()) {
      return List.of("The release at hand opens one participant alone, in an emergency.");
    }
    return List.of(
        "The release that "
            + release.get().custodians()
            + " signed names this lock, so the plan was locked before it.",
        evidence.result().isEmpty()
            ? "There is no result yet that names the release."
            : "The result does not name the release, so it may have come before it.");
  }

  private static String firstFault(ReleaseReport report) {
    return report.diagnostics().stream()
        .filter(one -> one.isError())
        .findFirst()
        .orElseThrow()
        .message();
  }
}
