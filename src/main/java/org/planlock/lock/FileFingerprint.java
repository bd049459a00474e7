package org.planlock.lock;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/**
 * What a file's bytes are: their digest, their number, and for a gzip file the digest of what it
 * holds.
 *
 * @param sha256 of the bytes as they lie on disk
 * @param bytes their number
 * @param contentSha256 of the inflated bytes, so that a file that was only re-compressed is
 *     recognised
 */
public record FileFingerprint(Sha256 sha256, long bytes, Optional<Sha256> contentSha256) {
  /**
   * The fingerprint of a file in a study's folder. A gzip file that does not inflate has a
   * fingerprint and an error.
   */
  public static Checked<FileFingerprint> of(StudyFolder folder, String path, Span place) {
    return folder.file(path, place).then(file -> of(file, path, place));
  }

  private static Checked<FileFingerprint> of(Path file, String path, Span place) {
    try {
      var raw = raw(file);
      if (!isGzip(file)) {
        return Checked.of(raw);
      }
      var content = GzipContent.digest(file, raw.bytes());
      return content
          .map(
              sha256 -> Checked.of(new FileFingerprint(raw.sha256, raw.bytes, Optional.of(sha256))))
          .orElseGet(() -> Checked.of(raw, List.of(damaged(path, place))));
    } catch (IOException e) {
      return Checked.failed(
          Diagnostic.at(place, Rule.UNREADABLE_FILE, "`" + path + "` cannot be read"));
    }
  }

  private static FileFingerprint raw(Path file) throws IOException {
    var algorithm = Sha256.algorithm();
    var buffer = new byte[1 << 16];
    long bytes = 0;
    try (var stream = Files.newInputStream(file)) {
      for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
        algorithm.update(buffer, 0, read);
        bytes += read;
      }
    }
    return new FileFingerprint(Sha256.finish(algorithm), bytes, Optional.empty());
  }

  private static boolean isGzip(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return GzipContent.startsAs(stream.readNBytes(2));
    }
  }

  private static Diagnostic damaged(String path, Span place) {
    return Diagnostic.at(place, Rule.DAMAGED_GZIP, "`" + path + "` does not inflate")
        .note("it is cut, damaged, goes on after its end, or is packed twice or beyond measure")
        .help("fetch the file again, or pack it again with gzip");
  }
}
