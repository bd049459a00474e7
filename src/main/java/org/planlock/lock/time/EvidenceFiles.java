package org.planlock.lock.time;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.lock.AtomicFile;

/** What a stranger needs to check time stamps with OpenSSL and without this program. */
public final class EvidenceFiles {
  /** The file that says what to do. */
  public static final String README = "README.txt";

  private final Map<String, byte[]> files;

  private EvidenceFiles(Map<String, byte[]> files) {
    this.files = Collections.unmodifiableMap(files);
  }

  /**
   * The files for some stamps.
   *
   * @param stamps in the order of the lock
   * @param data the exact bytes that were stamped; without them a stranger needs their digest,
   *     which is how a private plan stays private
   * @param anchors whom the giver believes; a stranger who does not know them gets them elsewhere
   */
  public static EvidenceFiles of(
      List<TimeEvidence> stamps, Map<TimeSubject, byte[]> data, TrustAnchors anchors) {
    var files = new LinkedHashMap<String, byte[]>();
    var readme = new EvidenceReadme();
    for (var subject : TimeSubject.values()) {
      if (data.containsKey(subject)) {
        files.put(subject.fileName(), data.get(subject).clone());
      }
    }
    for (int i = 0; i < stamps.size(); i++) {
      var stamp = stamps.get(i);
      var seen = SeenStamp.of(stamp, anchors);
      var number = Integer.toString(i + 1);
      files.put("token-" + number + ".tsr", stamp.responseDer());
      stamp.requestDer().ifPresent(query -> files.put("query-" + number + ".tsq", query));
      put(files, "certificates-" + number + ".pem", seen.carried());
      put(files, "ca-" + number + ".pem", seen.authorities());
      readme.add(number, stamp, seen, data.containsKey(stamp.over()));
    }
    files.put(README, readme.text().getBytes(StandardCharsets.UTF_8));
    return new EvidenceFiles(files);
  }

  private static void put(
      Map<String, byte[]> files, String name, List<X509Certificate> certificates) {
    if (!certificates.isEmpty()) {
      var pem =
          certificates.stream()
              .map(certificate -> PemBlock.text("CERTIFICATE", X509.der(certificate)))
              .collect(Collectors.joining());
      files.put(name, pem.getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** The names of all files, {@value #README} last. */
  public List<String> names() {
    return List.copyOf(files.keySet());
  }

  /** The bytes of a file of this name. */
  public byte[] bytes(String name) {
    var bytes = files.get(name);
    if (bytes == null) {
      throw new IllegalArgumentException("no such file: " + name);
    }
    return bytes.clone();
  }

  /**
   * Writes all files into a folder that exists; none may be there yet.
   *
   * @return the files, or every one that cannot be written
   */
  public Checked<List<Path>> write(Path folder) {
    var written = new ArrayList<Path>();
    var found = new ArrayList<Diagnostic>();
    files.forEach(
        (name, bytes) -> {
          var file = AtomicFile.onDisk().create(folder.resolve(name), bytes);
          file.value().ifPresent(written::add);
          found.addAll(file.diagnostics());
        });
    return found.isEmpty() ? Checked.of(List.copyOf(written)) : Checked.failed(found);
  }
}
