package org.planlock.lock.seal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.lock.EnvelopeSignature;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.entry.Release;
import org.planlock.lock.signature.SigningKey;

/**
 * A release, and who signed it; nothing is said of whether the signatures hold.
 *
 * @param signatures over {@link ReleaseStatement#bytes}
 */
public record CustodianRelease(ReleaseStatement statement, List<EnvelopeSignature> signatures) {
  public CustodianRelease {
    signatures = List.copyOf(signatures);
  }

  /** A release that nobody has signed. */
  public static CustodianRelease unsigned(ReleaseStatement statement) {
    return new CustodianRelease(statement, List.of());
  }

  /** The same with one more signature. */
  public CustodianRelease signed(SigningKey custodian) {
    var signature = custodian.sign(ReleaseFile.PAYLOAD_TYPE, statement.bytes());
    return new CustodianRelease(
        statement, Stream.concat(signatures.stream(), Stream.of(signature)).toList());
  }

  /** The digest of the release file, by which ledgers and results name it. */
  public Sha256 sha256() {
    return Sha256.of(ReleaseFile.bytes(this));
  }

  /** What a ledger records of it. */
  public Release entry() {
    return new Release(
        statement.lock(),
        statement.sealed(),
        sha256(),
        statement.head(),
        statement
            .participant()
            .map(participant -> new Release.Emergency(participant, statement.reason())));
  }

  /** The key, if everything is opened. */
  public Optional<CustodianKey> key() {
    return statement.opens() instanceof Opens.Everything all
        ? Optional.of(all.key())
        : Optional.empty();
  }
}
