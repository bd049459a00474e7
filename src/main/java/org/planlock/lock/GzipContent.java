package org.planlock.lock;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** What a gzip file holds, read without trusting it. */
final class GzipContent {
  private static final int BUFFER = 1 << 16;
  private static final int TRAILER = 8;
  private static final long HARMLESS = 256L << 20;
  private static final long HIGHEST_RATIO = 500;

  private GzipContent() {}

  /** Whether these first bytes are those of a gzip file. */
  static boolean startsAs(byte[] first) {
    return first.length >= 2 && (first[0] & 0xff) == 0x1f && (first[1] & 0xff) == 0x8b;
  }

  /** The digest of the inflated bytes; none if the file is damaged, packed twice or a bomb. */
  static Optional<Sha256> digest(Path file, long packed) throws IOException {
    try (var source = Files.newInputStream(file)) {
      return digest(source, packed);
    }
  }

  private static Optional<Sha256> digest(InputStream source, long packed) {
    var algorithm = Sha256.algorithm();
    var buffer = new byte[BUFFER];
    long inflated = 0;
    try (var stream = new Inflated(source)) {
      for (int read = stream.readNBytes(buffer, 0, BUFFER);
          read > 0;
          read = stream.readNBytes(buffer, 0, BUFFER)) {
        boolean isPackedTwice = inflated == 0 && read > 1 && startsAs(buffer);
        inflated += read;
        if (isPackedTwice || (inflated > HARMLESS && inflated / packed > HIGHEST_RATIO)) {
          return Optional.empty();
        }
        algorithm.update(buffer, 0, read);
      }
      return stream.goesOn() ? Optional.empty() : Optional.of(Sha256.finish(algorithm));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The JDK's reader ignores what follows the last member; this one can tell. */
  private static final class Inflated extends GZIPInputStream {
    Inflated(InputStream source) throws IOException {
      super(source, BUFFER);
    }

    boolean goesOn() throws IOException {
      return inf.getRemaining() > TRAILER || in.read() >= 0;
    }
  }
}
