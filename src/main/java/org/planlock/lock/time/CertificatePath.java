package org.planlock.lock.time;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * How an anchor vouches for a certificate.
 *
 * @param certificates the certificate first, then who signed it, without the anchor; none if the
 *     anchor is the certificate itself
 */
record CertificatePath(List<X509Certificate> certificates, X509Certificate anchor) {
  private static final int EXTENSIBLE = 3;
  private static final int SIGNS_CERTIFICATES = 5;

  CertificatePath {
    certificates = List.copyOf(certificates);
  }

  /** Whether it holds at a moment (RFC 5280 §6.1); whether anything is revoked is not looked at. */
  boolean holds(Instant moment) {
    try {
      anchor.checkValidity(Date.from(moment));
      if (!certificates.isEmpty()) {
        requireIssuer();
        // the anchor alone: the roots of the Java platform have no say here
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
        parameters.setDate(Date.from(moment));
        parameters.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX")
            .validate(X509.factory().generateCertPath(certificates), parameters);
      }
      return true;
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }

  /** The JDK takes the word of any anchor, also of one that may sign no certificates. */
  private void requireIssuer() throws CertificateException {
    var usage = anchor.getKeyUsage();
    boolean isIssuer = anchor.getVersion() < EXTENSIBLE || anchor.getBasicConstraints() >= 0;
    if (!isIssuer || (usage != null && !usage[SIGNS_CERTIFICATES])) {
      throw new CertificateException("an anchor that may sign no certificates");
    }
  }

  /** Who signed the certificate at an index. */
  X509Certificate issuer(int index) {
    return index + 1 < certificates.size() ? certificates.get(index + 1) : anchor;
  }
}
