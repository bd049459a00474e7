package org.planlock.lock.time;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/**
 * Finds the certificate that a token is signed by: the one that the signer's identifier and every
 * signed certificate identifier name (ESSCertID, RFC 2634 §5.4; ESSCertIDv2, RFC 5035 §4).
 */
final class SigningCertificate {
  private static final Map<String, String> DIGESTS =
      Map.of(
          "2.16.840.1.101.3.4.2.1", "SHA-256",
          "2.16.840.1.101.3.4.2.2", "SHA-384",
          "2.16.840.1.101.3.4.2.3", "SHA-512");

  private final Token token;
  private final List<Identifier> identifiers;

  private SigningCertificate(Token token, List<Identifier> identifiers) {
    this.token = token;
    this.identifiers = identifiers;
  }

  /**
   * What a signer says that its certificate is.
   *
   * @param digest in hexadecimal digits
   */
  private record Identifier(String algorithm, String digest) {
    Identifier(String algorithm, byte[] digest) {
      this(algorithm, HexFormat.of().formatHex(digest));
    }
  }

  /** The search in a token; the library throws what it does not declare on a bad one. */
  static SigningCertificate of(Token token) {
    return new SigningCertificate(token, identifiers(token.signer().getSignedAttributes()));
  }

  /** All certificates that the signer's identifier fits. */
  List<X509Certificate> named(Stream<X509Certificate> candidates) {
    return candidates.distinct().filter(this::isSigner).toList();
  }

  /** Whether every signed identifier is that of the certificate. */
  boolean isIdentified(X509Certificate certificate) {
    return identifiers.stream()
        .allMatch(one -> one.digest.equals(digest(one.algorithm, X509.der(certificate))));
  }

  private boolean isSigner(X509Certificate certificate) {
    try {
      return token.whole().getSID().match(new JcaX509CertificateHolder(certificate));
    } catch (java.security.cert.CertificateEncodingException e) {
      return false;
    }
  }

  private static List<Identifier> identifiers(AttributeTable attributes) {
    var all = new ArrayList<Identifier>();
    value(attributes, PKCSObjectIdentifiers.id_aa_signingCertificate)
        .map(org.bouncycastle.asn1.ess.SigningCertificate::getInstance)
        .map(v1 -> new Identifier("SHA-1", v1.getCerts()[0].getCertHash()))
        .ifPresent(all::add);
    value(attributes, PKCSObjectIdentifiers.id_aa_signingCertificateV2)
        .map(v2 -> SigningCertificateV2.getInstance(v2).getCerts()[0])
        .map(
            v2 ->
                new Identifier(
                    DIGESTS.getOrDefault(v2.getHashAlgorithm().getAlgorithm().getId(), "none"),
                    v2.getCertHash()))
        .ifPresent(all::add);
    return List.copyOf(all);
  }

  private static Optional<ASN1Encodable> value(
      AttributeTable attributes, org.bouncycastle.asn1.ASN1ObjectIdentifier name) {
    return Optional.ofNullable(attributes.get(name))
        .map(attribute -> attribute.getAttrValues().getObjectAt(0));
  }

  /** The digest in hexadecimal digits, or nothing that any digest is. */
  private static String digest(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      return "unknown";
    }
  }
}
