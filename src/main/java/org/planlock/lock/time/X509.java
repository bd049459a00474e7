package org.planlock.lock.time;

import java.io.ByteArrayInputStream;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.planlock.lock.Sha256;

/** Certificates and revocation lists (RFC 5280) as the JDK reads them; what it cannot is none. */
final class X509 {
  private static final int MOST_NAME = 200;

  private X509() {}

  /** The certificate that some DER is, with nothing behind it. */
  static Optional<X509Certificate> certificate(byte[] der) {
    try {
      var read = factory().generateCertificate(new ByteArrayInputStream(der));
      return read instanceof X509Certificate certificate
              && Arrays.equals(certificate.getEncoded(), der)
          ? Optional.of(certificate)
          : Optional.empty();
    } catch (CertificateException | RuntimeException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  /** The revocation list that some DER is. */
  static Optional<X509CRL> revocations(byte[] der) {
    try {
      var read = factory().generateCRL(new ByteArrayInputStream(der));
      return read instanceof X509CRL list ? Optional.of(list) : Optional.empty();
    } catch (CRLException | CertificateException | RuntimeException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  /** The DER of a certificate. */
  static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read has its bytes", e);
    }
  }

  /** SHA-256 of a certificate's public key (SubjectPublicKeyInfo). */
  static Sha256 key(X509Certificate certificate) {
    return Sha256.of(certificate.getPublicKey().getEncoded());
  }

  /** Whose certificate it is, as RFC 2253 writes names, at most {@value #MOST_NAME} characters. */
  static String name(X509Certificate certificate) {
    var name = certificate.getSubjectX500Principal().getName();
    return name.length() > MOST_NAME ? name.substring(0, MOST_NAME) + "…" : name;
  }

  /** The JDK's own reader of X.509. */
  static CertificateFactory factory() throws CertificateException {
    return CertificateFactory.getInstance("X.509");
  }
}
