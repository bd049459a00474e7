package org.planlock.lock.time;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Whether a certificate is one that time stamps may be signed by (RFC 3161 §2.3). */
record SignerChecks(X509Certificate certificate) {
  private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
  private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

  /** digitalSignature and nonRepudiation, by their bits in RFC 5280 §4.2.1.3. */
  private static final Set<Integer> SIGNING = Set.of(0, 1);

  /** Why it is unfit, in words that finish "its certificate …"; none if it is fit. */
  Optional<String> fault() {
    var purposes = purposes();
    if (purposes.isEmpty()) {
      return Optional.of("is not made for time stamps");
    }
    if (!purposes.equals(List.of(TIME_STAMPING))) {
      return Optional.of(
          purposes.contains(TIME_STAMPING)
              ? "is made for other things than time stamps too"
              : "is made for other things than time stamps");
    }
    var critical = certificate.getCriticalExtensionOIDs();
    if (critical == null || !critical.contains(EXTENDED_KEY_USAGE)) {
      return Optional.of("does not insist that it is made for time stamps alone");
    }
    return signsOnly() ? Optional.empty() : Optional.of("has a key that is not for signing alone");
  }

  /** Whether it was valid at a moment. */
  boolean isValid(Instant moment) {
    return !moment.isBefore(certificate.getNotBefore().toInstant()) && !hasEnded(moment);
  }

  /** Whether a moment is after its end. */
  boolean hasEnded(Instant moment) {
    return moment.isAfter(certificate.getNotAfter().toInstant());
  }

  /** The extended key usages, none if the extension is missing or cannot be read. */
  private List<String> purposes() {
    try {
      return Optional.ofNullable(certificate.getExtendedKeyUsage()).orElse(List.of());
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  private boolean signsOnly() {
    var usage = certificate.getKeyUsage();
    if (usage == null) {
      return true;
    }
    var used = IntStream.range(0, usage.length).filter(bit -> usage[bit]).boxed().toList();
    return !used.isEmpty() && SIGNING.containsAll(used);
  }
}
