package org.planlock.lock.time;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds every way from a certificate to an anchor over certificates that travelled with it.
 *
 * <p>Only true signatures are followed, and only so many: who makes a token may put into it
 * whatever keeps a reader busy. The JDK's own search has no such bound.
 */
final class PathSearch {
  private static final int MOST_STEPS = 6;
  private static final int MOST_PATHS = 64;
  private static final int MOST_SIGNATURES = 600;
  private static final int MOST_BRANCHES = 2000;
  private static final Pattern WEAK = Pattern.compile("(MD2|MD5|SHA1)WITH.*");

  private final List<X509Certificate> anchors;
  private final List<X509Certificate> between;
  private final Map<Signed, Boolean> known = new HashMap<>();
  private final List<CertificatePath> paths = new ArrayList<>();
  private int branches;

  private record Signed(X509Certificate certificate, X509Certificate by) {}

  PathSearch(List<X509Certificate> anchors, List<X509Certificate> between) {
    this.anchors = anchors;
    this.between = between;
  }

  /** All paths from a certificate, none of which is validated yet. */
  List<CertificatePath> from(X509Certificate certificate) {
    if (anchors.contains(certificate)) {
      paths.add(new CertificatePath(List.of(), certificate));
    }
    extend(List.of(certificate));
    return List.copyOf(paths);
  }

  private void extend(List<X509Certificate> path) {
    var last = path.get(path.size() - 1);
    anchors.stream()
        .filter(anchor -> !path.contains(anchor) && isSigned(last, anchor))
        .forEach(anchor -> add(new CertificatePath(path, anchor)));
    if (path.size() < MOST_STEPS && ++branches < MOST_BRANCHES) {
      between.stream()
          .filter(next -> !path.contains(next) && !anchors.contains(next) && isSigned(last, next))
          .forEach(next -> extend(longer(path, next)));
    }
  }

  private void add(CertificatePath path) {
    if (paths.size() < MOST_PATHS) {
      paths.add(path);
    }
  }

  private boolean isSigned(X509Certificate certificate, X509Certificate by) {
    if (!certificate.getIssuerX500Principal().equals(by.getSubjectX500Principal())) {
      return false;
    }
    var signed = new Signed(certificate, by);
    var before = known.get(signed);
    if (before == null && known.size() < MOST_SIGNATURES) {
      before = verifies(certificate, by);
      known.put(signed, before);
    }
    return Boolean.TRUE.equals(before);
  }

  private static boolean verifies(X509Certificate certificate, X509Certificate by) {
    if (WEAK.matcher(certificate.getSigAlgName().toUpperCase(Locale.ROOT)).matches()) {
      return false;
    }
    try {
      certificate.verify(by.getPublicKey());
      return true;
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }

  private static List<X509Certificate> longer(
      List<X509Certificate> path, X509Certificate certificate) {
    var longer = new ArrayList<>(path);
    longer.add(certificate);
    return longer;
  }
}
