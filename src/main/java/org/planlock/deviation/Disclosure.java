package org.planlock.deviation;

import java.util.Optional;

/**
 * Who told of a deviation, and when it was decided as far as anybody can see.
 *
 * @param declaration none where only the comparison of plan and trace shows it
 * @param timing what counts: what is claimed, or what the study's ledger shows where that is later
 * @param onRecord whether the ledger holds the declaration from before the data were unblinded
 * @param evidence what the ledger shows against an earlier time, if it does
 */
public record Disclosure(
    Optional<Declaration> declaration, Timing timing, boolean onRecord, Optional<String> evidence) {
  /** Nobody told of it, and no ledger says anything of its time. */
  public static final Disclosure NONE =
      new Disclosure(Optional.empty(), Timing.UNKNOWN, false, Optional.empty());

  /** Whether the ledger shows a later time than was claimed. */
  public boolean isContradicted() {
    return declaration
        .filter(claim -> claim.timing() != Timing.UNKNOWN && claim.timing() != timing)
        .isPresent();
  }
}
