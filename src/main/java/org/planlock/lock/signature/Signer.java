package org.planlock.lock.signature;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody whose signature a verifier accepts.
 *
 * @param name what the verifier calls the person; several keys may have one name
 * @param validAfter the first moment at which the key counts
 * @param validBefore the first moment at which it does not count any more
 * @param onlyFor the one thing that the key may be used for; none if it may for all
 */
public record Signer(
    String name,
    VerifyingKey key,
    Optional<Instant> validAfter,
    Optional<Instant> validBefore,
    Optional<SigningPurpose> onlyFor) {

  /** A signer whose key counts always and for everything. */
  public static Signer of(String name, VerifyingKey key) {
    return new Signer(name, key, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Why a signature for this purpose at this time does not count, in words; none if it does. */
  Optional<String> objection(SigningPurpose purpose, Instant time) {
    if (onlyFor.isPresent() && onlyFor.get() != purpose) {
      return Optional.of("is accepted only for a " + onlyFor.get().word());
    }
    if (validAfter.isPresent() && time.isBefore(validAfter.get())) {
      return Optional.of("counts only from " + validAfter.get());
    }
    return validBefore
        .filter(end -> !time.isBefore(end))
        .map(end -> "does not count any more from " + end);
  }
}
