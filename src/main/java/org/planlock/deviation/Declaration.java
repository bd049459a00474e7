package org.planlock.deviation;

import java.util.Optional;
import org.planlock.plan.value.Words;

/**
 * A deviation that somebody admits, with its reason and its time.
 *
 * @param path the place in the plan, as messages name it
 * @param code the code of the finding, such as {@code X512}
 * @param participant whom it concerns, where it concerns one
 * @param who decided on it
 * @param severity how grave whoever declares it holds it to be; only ever more than is computed
 */
public record Declaration(
    Optional<String> path,
    Optional<String> code,
    Optional<String> participant,
    Reason reason,
    Words because,
    Timing timing,
    Optional<String> who,
    Optional<DeviationSeverity> severity) {

  /** How messages and ledgers call it. */
  public String subject() {
    var what = code.orElse("") + (code.isPresent() && path.isPresent() ? " at " : "");
    return what + path.orElse("") + participant.map(id -> " for " + id).orElse("");
  }

  /** Why, as a ledger keeps it. */
  public String fullReason() {
    return Phrasing.of(reason) + ": " + because.text();
  }
}
