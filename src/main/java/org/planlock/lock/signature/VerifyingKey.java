package org.planlock.lock.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Base64Text;
import org.planlock.lock.Sha256;
import org.planlock.source.Span;

/**
 * A public Ed25519 key (RFC 8032), sound in itself; whose it is, is another question.
 *
 * @param hex the 32 bytes of the point as 64 lower case hexadecimal digits
 */
public record VerifyingKey(String hex) {
  /** The word before a public key in a line of text. */
  public static final String KIND = "plan-ed25519";

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
  private static final int SIGNATURE_BYTES = 64;

  /** What stands before the 32 bytes in a SubjectPublicKeyInfo (RFC 8410 §4). */
  private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

  public VerifyingKey {
    if (!HEX.matcher(hex).matches() || fault(HexFormat.of().parseHex(hex)).isPresent()) {
      throw new IllegalArgumentException("not a usable key: " + hex);
    }
  }

  /** The key in a SubjectPublicKeyInfo, or why nothing can be proven with it. */
  public static Checked<VerifyingKey> of(byte[] spki, Span place) {
    var fault = spkiFault(spki);
    return fault.isPresent()
        ? Checked.failed(
            Diagnostic.at(place, Rule.KEY_UNUSABLE, "the public key " + fault.get())
                .help("make one with `openssl genpkey -algorithm ed25519`"))
        : Checked.of(ofPoint(Arrays.copyOfRange(spki, SPKI.length, spki.length)));
  }

  /** The key that a line of text names by its kind and its SubjectPublicKeyInfo in base64. */
  static Checked<VerifyingKey> of(String kind, String base64, Span place) {
    if (!kind.equals(KIND)) {
      return Checked.failed(
          Diagnostic.at(place, Rule.KEY_UNUSABLE, "`" + kind + "` is not a kind of key known here")
              .help("the line of a key starts with `" + KIND + "`"));
    }
    return Base64Text.parse(base64)
        .map(spki -> of(spki, place))
        .orElseGet(
            () ->
                Checked.failed(
                    Diagnostic.at(place, Rule.KEY_UNUSABLE, "the public key is not base64")
                        .help("copy the whole line of the public key again")));
  }

  static VerifyingKey ofPoint(byte[] point) {
    return new VerifyingKey(HexFormat.of().formatHex(point));
  }

  static Optional<String> spkiFault(byte[] spki) {
    int prefix = SPKI.length;
    if (spki.length != prefix + CurvePoint.BYTES
        || !Arrays.equals(spki, 0, prefix, SPKI, 0, prefix)) {
      return Optional.of("is not an Ed25519 key");
    }
    return fault(Arrays.copyOfRange(spki, prefix, spki.length));
  }

  private static Optional<String> fault(byte[] point) {
    return CurvePoint.fault(point);
  }

  /** The 44 bytes of its SubjectPublicKeyInfo (RFC 8410 §4). */
  public byte[] spki() {
    var spki = Arrays.copyOf(SPKI, SPKI.length + CurvePoint.BYTES);
    System.arraycopy(HexFormat.of().parseHex(hex), 0, spki, SPKI.length, CurvePoint.BYTES);
    return spki;
  }

  /** SHA-256 of its SubjectPublicKeyInfo, by which people and files name it. */
  public Sha256 id() {
    return Sha256.of(spki());
  }

  /** The key as it stands in lists of signers: {@code plan-ed25519} and base64. */
  public String text() {
    return KIND + " " + Base64Text.of(spki());
  }

  /** Whether a signature of 64 bytes is this key's over a message; never an exception. */
  public boolean verifies(byte[] message, byte[] signature) {
    if (signature.length != SIGNATURE_BYTES) {
      return false;
    }
    try {
      var verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki())));
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      // the JDK throws where S is not below the order of the base point
      return false;
    }
  }
}
