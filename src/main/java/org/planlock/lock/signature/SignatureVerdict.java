package org.planlock.lock.signature;

import java.util.Optional;
import org.planlock.lock.EnvelopeSignature;

/**
 * What is to be thought of one signature.
 *
 * @param key none if the signature carries no usable one
 * @param signer who the verifier says that the key belongs to
 * @param because why it does not count, in words; empty if it does
 */
public record SignatureVerdict(
    EnvelopeSignature signature,
    SignatureStanding standing,
    Optional<VerifyingKey> key,
    Optional<Signer> signer,
    String because) {

  /** Whether the bytes were signed by the key that it carries, whoever that belongs to. */
  public boolean holds() {
    return standing != SignatureStanding.WRONG;
  }

  /** Who signed: a name from the verifier's list, or the start of the key's digest. */
  public String who() {
    return signer
        .map(Signer::name)
        .orElseGet(() -> "sha256:" + signature.keyid().hex().substring(0, BRIEF) + "…");
  }

  private static final int BRIEF = 12;
}
