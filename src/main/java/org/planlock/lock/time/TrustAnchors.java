package org.planlock.lock.time;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Whom a verifier believes: roots, or the certificates of authorities themselves. It comes from the
 * verifier's own files, never from what is verified and never from the Java platform.
 *
 * @param certificates no certificate twice
 * @param revocations lists of certificates that do not count any more
 */
public record TrustAnchors(List<X509Certificate> certificates, List<X509CRL> revocations) {
  /** Nobody. */
  public static final TrustAnchors NONE = new TrustAnchors(List.of(), List.of());

  public TrustAnchors {
    certificates = certificates.stream().distinct().toList();
    revocations = List.copyOf(revocations);
  }
}
