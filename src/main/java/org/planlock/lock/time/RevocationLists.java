package org.planlock.lock.time;

import java.security.GeneralSecurityException;
import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What revocation lists (RFC 5280 §5) say of the certificates on a path.
 *
 * <p>A stamp outlives the revocation of its authority's certificate only if it is older and the
 * list gives one of four harmless reasons (RFC 3161 §4); else the key may have been in other hands.
 */
record RevocationLists(List<X509CRL> lists) {
  private static final String PARTIAL = "2.5.29.28";
  private static final String DELTA = "2.5.29.27";
  private static final int SIGNS_LISTS = 6;
  private static final Set<CRLReason> HARMLESS =
      Set.of(
          CRLReason.UNSPECIFIED,
          CRLReason.AFFILIATION_CHANGED,
          CRLReason.SUPERSEDED,
          CRLReason.CESSATION_OF_OPERATION);

  /** A certificate that does not count, in words. */
  Optional<String> revoked(CertificatePath path, Instant moment) {
    return IntStream.range(0, path.certificates().size())
        .mapToObj(index -> revoked(path, index, moment))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** How far the lists cover a path on which nothing is revoked. */
  Revocation coverage(CertificatePath path, Instant moment) {
    var oldest = Instant.MAX;
    for (int i = 0; i < path.certificates().size(); i++) {
      var issued = coverage(path, i, moment);
      if (issued.isEmpty()) {
        return Revocation.NOT_CHECKED;
      }
      oldest = issued.get().isBefore(oldest) ? issued.get() : oldest;
    }
    return path.certificates().isEmpty()
        ? Revocation.NOT_CHECKED
        : new Revocation(Optional.of(oldest));
  }

  private Optional<String> revoked(CertificatePath path, int index, Instant moment) {
    var certificate = path.certificates().get(index);
    return of(certificate, path.issuer(index)).stream()
        .flatMap(list -> Optional.ofNullable(list.getRevokedCertificate(certificate)).stream())
        .filter(entry -> !isHarmless(entry, moment))
        .map(entry -> words(certificate, entry))
        .findFirst();
  }

  private static boolean isHarmless(X509CRLEntry entry, Instant moment) {
    var reason = entry.getRevocationReason();
    return reason != null
        && HARMLESS.contains(reason)
        && moment.isBefore(entry.getRevocationDate().toInstant());
  }

  private static String words(X509Certificate certificate, X509CRLEntry entry) {
    var reason = entry.getRevocationReason();
    return "the certificate of `"
        + X509.name(certificate)
        + "` was revoked on "
        + entry.getRevocationDate().toInstant()
        + (reason == null
            ? ", no reason given"
            : ", reason " + reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
  }

  /** When the newest list was issued that is complete and not older than the moment. */
  private Optional<Instant> coverage(CertificatePath path, int index, Instant moment) {
    return of(path.certificates().get(index), path.issuer(index)).stream()
        .filter(list -> list.getExtensionValue(PARTIAL) == null)
        .filter(list -> list.getExtensionValue(DELTA) == null)
        .map(list -> list.getThisUpdate().toInstant())
        .filter(issued -> !issued.isBefore(moment))
        .max(Instant::compareTo);
  }

  private List<X509CRL> of(X509Certificate certificate, X509Certificate issuer) {
    var name = certificate.getIssuerX500Principal();
    return lists.stream()
        .filter(list -> list.getIssuerX500Principal().equals(name))
        .filter(list -> isSigned(list, issuer))
        .toList();
  }

  private static boolean isSigned(X509CRL list, X509Certificate by) {
    var usage = by.getKeyUsage();
    if (usage != null && !usage[SIGNS_LISTS]) {
      return false;
    }
    try {
      list.verify(by.getPublicKey());
      return true;
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }
}
