package org.planlock.lock.time;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.planlock.lock.Json;
import org.planlock.lock.time.Identity.Wanted;

/** Time stamps over any bytes from two authorities that exist nowhere, honest and not. */
public final class ForgedReplies {
  private static final Identity ROOT = Identity.root("Example Root");
  private static final Identity OTHER_ROOT = Identity.root("Second Root");
  private static final Identity TSA = ROOT.issue(Wanted.stamping("Example TSA"));
  private static final Identity OTHER_TSA = OTHER_ROOT.issue(Wanted.stamping("Second TSA"));
  private static final Identity SELF = Identity.alone(Wanted.stamping("Official Time Authority"));

  private static final Instant NOON = Instant.parse("2026-12-02T12:00:00Z");

  private final byte[] content;

  public ForgedReplies(byte[] content) {
    this.content = content.clone();
  }

  public static byte[] root() {
    return pem(ROOT);
  }

  public static byte[] otherRoot() {
    return pem(OTHER_ROOT);
  }

  public byte[] good() {
    return by(TSA, f -> {});
  }

  public byte[] fromTheOther() {
    return by(OTHER_TSA, f -> {});
  }

  public byte[] of(byte[] somethingElse) {
    return by(TSA, f -> f.imprinted = somethingElse);
  }

  public byte[] at(String moment) {
    return by(TSA, f -> f.genTime = Instant.parse(moment));
  }

  public byte[] homeMade(String moment) {
    return by(SELF, f -> f.genTime = Instant.parse(moment));
  }

  public byte[] weak() {
    return by(TSA, f -> f.digest = "SHA-1");
  }

  public byte[] refused() {
    return by(TSA, f -> f.status = 2);
  }

  public byte[] unnamedSigner() {
    return by(TSA, f -> f.essVersion = 0);
  }

  public byte[] withoutSigner() {
    return by(TSA, f -> f.carried.clear());
  }

  public byte[] unfit() {
    return by(ROOT.issue(Wanted.signing("Not a TSA")), f -> {});
  }

  public byte[] expiredAtTheTime() {
    var brief = Wanted.stamping("Brief TSA").valid("2026-01-01T00:00:00Z", "2026-11-15T00:00:00Z");
    return by(ROOT.issue(brief), f -> {});
  }

  /** The stamp as a lock holds it. */
  public static Json.Fields evidence(byte[] response) {
    return TimeEvidence.of(TimeSubject.STATEMENT, response, "made for the conformance folder")
        .json();
  }

  private byte[] by(Identity signer, Forge.Change change) {
    return Forge.by(signer)
        .but(f -> f.imprinted = content)
        .but(f -> f.genTime = NOON)
        .but(change)
        .response();
  }

  private static byte[] pem(Identity identity) {
    var lines =
        Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(X509.der(identity.certificate()));
    return ("-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** The bytes with one of them changed in the middle of the signature at the end. */
  public static byte[] bent(byte[] response) {
    var bytes = response.clone();
    bytes[bytes.length - 9] ^= 1;
    return bytes;
  }

  public static byte[] longer(byte[] response) {
    return Arrays.copyOf(response, response.length + 1);
  }
}
