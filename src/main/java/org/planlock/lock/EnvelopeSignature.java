package org.planlock.lock;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A signature as it stands in {@code dsse.signatures} of a lock or a release; nothing is said of
 * whether it holds.
 *
 * <p>The key travels along, so that a stranger can check the signature and see whose it is not. The
 * key identifier is a hint that nothing may rest on (DSSE protocol, "KEYID").
 *
 * @param keyid SHA-256 of the public key
 * @param sig the signature in base64
 * @param publicKey the public key as SubjectPublicKeyInfo (RFC 5280 §4.1) in base64
 */
public record EnvelopeSignature(Sha256 keyid, String sig, String publicKey) {
  /** More signatures than any lock has authors; a file with more is refused before any is tried. */
  public static final int MOST = 100;

  private static final int LONGEST = 4096;

  public EnvelopeSignature {
    if (!isFit(sig) || !isFit(publicKey)) {
      throw new IllegalArgumentException("not base64, or too long");
    }
  }

  /** A signature by a key. */
  public static EnvelopeSignature of(byte[] publicKey, byte[] sig) {
    return new EnvelopeSignature(
        Sha256.of(publicKey), Base64Text.of(sig), Base64Text.of(publicKey));
  }

  /** The signature in a JSON object that has exactly its three members. */
  public static Optional<EnvelopeSignature> of(Json json) {
    var member = JsonMember.of(json);
    return member
        .fields()
        .filter(fields -> fields.members().size() == 3)
        .flatMap(fields -> member.get("keyid").sha256())
        .flatMap(
            keyid ->
                fit(member.get("sig"))
                    .flatMap(
                        sig ->
                            fit(member.get("publicKey"))
                                .map(key -> new EnvelopeSignature(keyid, sig, key))));
  }

  /** All signatures in a JSON array, if each is one and there are at most {@value #MOST}. */
  public static Optional<List<EnvelopeSignature>> list(Json json) {
    return JsonMember.of(json)
        .each(item -> item.json().flatMap(EnvelopeSignature::of))
        .filter(all -> all.size() <= MOST);
  }

  /** The JSON array of these signatures, in this order. */
  public static Json items(List<EnvelopeSignature> signatures) {
    return new Json.Items(signatures.stream().map(EnvelopeSignature::json).toList());
  }

  /** The JSON object. */
  public Json json() {
    return new Json.Fields(
        Map.of(
            "keyid", new Json.Text(keyid.hex()),
            "sig", new Json.Text(sig),
            "publicKey", new Json.Text(publicKey)));
  }

  /** The bytes of the signature. */
  public byte[] sigBytes() {
    return Base64Text.parse(sig).orElseThrow();
  }

  /** The bytes of the SubjectPublicKeyInfo. */
  public byte[] publicKeyBytes() {
    return Base64Text.parse(publicKey).orElseThrow();
  }

  private static Optional<String> fit(JsonMember member) {
    return member.text().filter(EnvelopeSignature::isFit);
  }

  private static boolean isFit(String base64) {
    return base64.length() <= LONGEST && Base64Text.parse(base64).isPresent();
  }
}
