package org.planlock.lock.signature;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.EnvelopeSignature;
import org.planlock.source.Span;

/**
 * Finds out whose signatures an envelope carries, and that they are over its exact bytes.
 *
 * @param signers whom the verifier accepts
 * @param purpose what the signatures are for
 * @param time when the envelope was signed: attested by others where that is known, else claimed
 */
public record SignatureCheck(AllowedSigners signers, SigningPurpose purpose, Instant time) {

  /**
   * Checks every signature, also after one has failed.
   *
   * @param payload the exact bytes that the envelope holds
   * @param place where findings are reported
   */
  public SignatureReport check(
      String payloadType, byte[] payload, List<EnvelopeSignature> signatures, Span place) {
    var message = PreAuthentication.bytes(payloadType, payload);
    var seen = new HashSet<VerifyingKey>();
    var verdicts = signatures.stream().map(one -> verdict(one, message, seen)).toList();
    var found = new ArrayList<Diagnostic>();
    verdicts.forEach(verdict -> finding(verdict, place).ifPresent(found::add));
    return new SignatureReport(verdicts, found);
  }

  private SignatureVerdict verdict(
      EnvelopeSignature signature, byte[] message, Set<VerifyingKey> seen) {
    var spki = signature.publicKeyBytes();
    var fault = VerifyingKey.spkiFault(spki);
    if (fault.isPresent()) {
      return wrong(signature, Optional.empty(), "its public key " + fault.get());
    }
    var key = VerifyingKey.of(spki, Span.none("signature")).orThrow();
    if (!key.id().equals(signature.keyid())) {
      return wrong(signature, Optional.of(key), "it names another key than it carries");
    }
    if (!key.verifies(message, signature.sigBytes())) {
      return wrong(signature, Optional.of(key), "what it stands under is not what was signed");
    }
    return seen.add(key) ? standing(signature, key) : repeated(signature, key);
  }

  private SignatureVerdict standing(EnvelopeSignature signature, VerifyingKey key) {
    var signer = signers.of(key);
    if (signer.isEmpty()) {
      return new SignatureVerdict(
          signature,
          SignatureStanding.UNKNOWN_KEY,
          Optional.of(key),
          signer,
          "its key is on no list of the verifier's");
    }
    var objection = signer.get().objection(purpose, time);
    return new SignatureVerdict(
        signature,
        objection.isPresent() ? SignatureStanding.NOT_ALLOWED : SignatureStanding.ACCEPTED,
        Optional.of(key),
        signer,
        objection.map(words -> "its key " + words).orElse(""));
  }

  private SignatureVerdict repeated(EnvelopeSignature signature, VerifyingKey key) {
    return new SignatureVerdict(
        signature,
        SignatureStanding.REPEATED,
        Optional.of(key),
        signers.of(key),
        "its key signed before");
  }

  private SignatureVerdict wrong(
      EnvelopeSignature signature, Optional<VerifyingKey> key, String because) {
    return new SignatureVerdict(
        signature, SignatureStanding.WRONG, key, key.flatMap(signers::of), because);
  }

  private static Optional<Diagnostic> finding(SignatureVerdict verdict, Span place) {
    var message = "the signature by " + verdict.who() + " ";
    return switch (verdict.standing()) {
      case ACCEPTED -> Optional.empty();
      case WRONG -> found(place, Rule.SIGNATURE_WRONG, message + "is wrong", verdict);
      case REPEATED -> found(place, Rule.SIGNATURE_REPEATED, message + "stands twice", verdict);
      case NOT_ALLOWED ->
          found(place, Rule.SIGNER_NOT_ALLOWED, message + "does not count", verdict);
      case UNKNOWN_KEY -> found(place, Rule.SIGNER_UNKNOWN, message + "is a stranger's", verdict);
    };
  }

  private static Optional<Diagnostic> found(
      Span place, Rule rule, String message, SignatureVerdict verdict) {
    return Optional.of(Diagnostic.at(place, rule, message).note(verdict.because()));
  }
}
