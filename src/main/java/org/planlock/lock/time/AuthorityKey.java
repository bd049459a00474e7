package org.planlock.lock.time;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The P-256 key of a time-stamping authority and its certificate, which it signed itself.
 *
 * @param certificate for time stamps alone (RFC 3161 §2.3), without an end (RFC 5280 §4.1.2.5)
 */
record AuthorityKey(PrivateKey key, X509Certificate certificate) {
  static final String SIGNATURE = "SHA256withECDSA";

  private static final Instant NO_END = Instant.parse("9999-12-31T23:59:59Z");
  private static final int SERIAL_BITS = 127;
  private static final int BRIEF = 8;

  /**
   * A new key.
   *
   * @param name whose clock it is; the start of the key's digest is added
   */
  static AuthorityKey generate(String name, Instant now, SecureRandom random) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      var pair = generator.generateKeyPair();
      return new AuthorityKey(
          pair.getPrivate(), certificate(pair.getPrivate(), pair.getPublic(), name, now, random));
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("every Java platform has P-256", e);
    }
  }

  private static X509Certificate certificate(
      PrivateKey key, PublicKey publicKey, String name, Instant now, SecureRandom random)
      throws OperatorCreationException, IOException {
    var digest = org.planlock.lock.Sha256.of(publicKey.getEncoded()).hex().substring(0, BRIEF);
    var subject = new X500NameBuilder().addRDN(BCStyle.CN, name + " (key " + digest + ")").build();
    var built =
        new JcaX509v3CertificateBuilder(
                subject,
                new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE),
                Date.from(now.truncatedTo(ChronoUnit.SECONDS)),
                Date.from(NO_END),
                subject,
                publicKey)
            .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
            .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
            .addExtension(
                Extension.extendedKeyUsage,
                true,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
            .build(new JcaContentSignerBuilder(SIGNATURE).build(key));
    return X509.certificate(built.getEncoded()).orElseThrow();
  }

  /** The key and its certificate in a file of their own, as OpenSSL reads them too. */
  static Optional<AuthorityKey> parse(byte[] file) {
    var blocks = PemBlock.all(file);
    if (blocks.size() != 2 || !blocks.get(0).label().equals("PRIVATE KEY")) {
      return Optional.empty();
    }
    return blocks
        .get(0)
        .content()
        .flatMap(AuthorityKey::key)
        .flatMap(
            key ->
                blocks
                    .get(1)
                    .content()
                    .flatMap(X509::certificate)
                    .map(certificate -> new AuthorityKey(key, certificate)))
        .filter(AuthorityKey::fits);
  }

  private static Optional<PrivateKey> key(byte[] pkcs8) {
    try {
      return Optional.of(
          KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
    } catch (GeneralSecurityException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private boolean fits() {
    try {
      var probe = new byte[] {1};
      var signing = Signature.getInstance(SIGNATURE);
      signing.initSign(key);
      signing.update(probe);
      var verifying = Signature.getInstance(SIGNATURE);
      verifying.initVerify(certificate.getPublicKey());
      verifying.update(probe);
      return verifying.verify(signing.sign()) && new SignerChecks(certificate).fault().isEmpty();
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }

  byte[] file() {
    var text =
        PemBlock.text("PRIVATE KEY", key.getEncoded())
            + PemBlock.text("CERTIFICATE", X509.der(certificate));
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Says nothing of the key. */
  @Override
  public String toString() {
    return "the key of " + X509.name(certificate);
  }
}
