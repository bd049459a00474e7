package org.planlock.lock.time;

import java.time.Instant;
import java.util.Optional;

/**
 * What the verifier's revocation lists say of the certificates behind a stamp.
 *
 * @param asOf when the oldest list that was needed was issued; none if a list is missing, so that
 *     revocation is not checked
 */
public record Revocation(Optional<Instant> asOf) {
  /** No list covers all certificates. */
  public static final Revocation NOT_CHECKED = new Revocation(Optional.empty());

  /** The result in words. */
  public String words() {
    return asOf.map(issued -> "not revoked as of " + issued).orElse("revocation not checked");
  }
}
