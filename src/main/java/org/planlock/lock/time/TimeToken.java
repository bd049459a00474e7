package org.planlock.lock.time;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.planlock.lock.Sha256;

/**
 * What a time stamp says, and who says it.
 *
 * @param genTime when the authority's clock says that it was made
 * @param accuracy how far that may be off, 0 if the authority does not say
 * @param serial the authority's number of it
 * @param policy the object identifier of the rules under which it was made
 * @param authority the name in the authority's certificate, as RFC 2253 writes it; the token's own
 *     word until the stamp is {@link TimeLevel#T2}
 * @param signer SHA-256 of the authority's public key (SubjectPublicKeyInfo)
 * @param roots SHA-256 of the public key of every anchor of the verifier's that vouches for it;
 *     none if it is self-asserted
 */
public record TimeToken(
    Instant genTime,
    Duration accuracy,
    BigInteger serial,
    String policy,
    String authority,
    Sha256 signer,
    Set<Sha256> roots,
    Revocation revocation) {
  public TimeToken {
    roots = Set.copyOf(roots);
  }

  /** The latest moment at which it can have been made, if its authority is right (§2.4.2). */
  public Instant latest() {
    return genTime.plus(accuracy);
  }

  /** Whether neither the key nor any root vouches for both. */
  boolean isIndependentOf(TimeToken other) {
    return !signer.equals(other.signer)
        && !roots.contains(other.signer)
        && !other.roots.contains(signer)
        && List.copyOf(roots).stream().noneMatch(other.roots::contains);
  }
}
