package org.planlock.lock.time;

import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.BoundedFile;
import org.planlock.source.Span;

/**
 * Reads the files of a verifier: certificates and revocation lists, one or many a file, in PEM with
 * any text around it, or a single one in DER.
 */
public final class AnchorFiles {
  private static final int MOST_BYTES = 16 << 20;
  private static final int SEQUENCE = 0x30;

  private final List<X509Certificate> certificates = new ArrayList<>();
  private final List<X509CRL> revocations = new ArrayList<>();
  private final List<Diagnostic> found = new ArrayList<>();

  private AnchorFiles() {}

  /** The anchors in some files, or every file and block that is none. */
  public static Checked<TrustAnchors> read(List<Path> files) {
    var reading = new AnchorFiles();
    for (var file : files) {
      var name = file.toString();
      var bytes = BoundedFile.read(file, name, MOST_BYTES);
      reading.found.addAll(bytes.diagnostics());
      bytes.value().ifPresent(read -> reading.file(read, name));
    }
    return reading.anchors();
  }

  /** The anchors in the bytes of one file. */
  public static Checked<TrustAnchors> parse(byte[] bytes, String name) {
    var reading = new AnchorFiles();
    reading.file(bytes, name);
    return reading.anchors();
  }

  private Checked<TrustAnchors> anchors() {
    var anchors = new TrustAnchors(certificates, revocations);
    return found.stream().anyMatch(Diagnostic::isError)
        ? Checked.failed(found)
        : Checked.of(anchors, found);
  }

  private void file(byte[] bytes, String name) {
    if (bytes.length > 0 && bytes[0] == SEQUENCE) {
      var certificate = X509.certificate(bytes);
      var list = X509.revocations(bytes);
      certificate.ifPresent(certificates::add);
      list.ifPresent(revocations::add);
      if (certificate.isEmpty() && list.isEmpty()) {
        found.add(holdsNothing(name));
      }
      return;
    }
    var blocks = PemBlock.all(bytes);
    if (blocks.isEmpty()) {
      found.add(holdsNothing(name));
    }
    for (int i = 0; i < blocks.size(); i++) {
      block(blocks.get(i), name, i + 1);
    }
  }

  private void block(PemBlock block, String name, int number) {
    var content = block.content();
    int before = certificates.size() + revocations.size();
    switch (block.label()) {
      case "CERTIFICATE", "X509 CERTIFICATE" ->
          content.flatMap(X509::certificate).ifPresent(certificates::add);
      case "X509 CRL" -> content.flatMap(X509::revocations).ifPresent(revocations::add);
      default -> {
        found.add(otherBlock(block, name, number));
        return;
      }
    }
    if (certificates.size() + revocations.size() == before) {
      found.add(
          problem(name, "block " + number + " of `" + name + "` is damaged, or of a kind unknown")
              .help("get the file again from the authority that it belongs to"));
    }
  }

  private static Diagnostic otherBlock(PemBlock block, String name, int number) {
    var message = "block " + number + " of `" + name + "` is neither certificate nor revocation";
    return problem(name, message + " list")
        .note("it is labelled `" + block.label() + "`")
        .help("keep only the blocks `CERTIFICATE` and `X509 CRL`");
  }

  private static Diagnostic holdsNothing(String name) {
    return problem(name, "`" + name + "` holds no certificate and no revocation list")
        .note("a certificate in PEM starts with `-----BEGIN CERTIFICATE-----`")
        .help("get the root certificate of the time-stamping authority from its web site");
  }

  private static Diagnostic problem(String name, String message) {
    return Diagnostic.at(Span.none(name), Rule.ANCHORS_UNREADABLE, message);
  }
}
