package org.planlock.lock.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.planlock.diagnostic.Checked;
import org.planlock.lock.AtomicFile;
import org.planlock.lock.Base64Text;
import org.planlock.lock.BoundedFile;
import org.planlock.lock.Json;
import org.planlock.lock.JsonWriter;
import org.planlock.lock.Sha256;

/**
 * A sealed table on disk: a line with the header, a line with checksums, a line with the ciphertext
 * in base64, and then the readable columns as the table that they are.
 *
 * <p>The checksums tell damage from change; anybody can compute them. What the key proves is told
 * when the table is opened.
 */
public final class SealedTableFile {
  /** No sealed table is larger, in bytes. */
  static final int MOST_BYTES = 64 << 20;

  private SealedTableFile() {}

  /** The bytes of the file. */
  public static byte[] bytes(SealedTable table) {
    var header = table.header().bytes();
    var text = Base64Text.of(table.ciphertext()).getBytes(StandardCharsets.US_ASCII);
    var readable = table.readable();
    var out = new ByteArrayOutputStream();
    line(out, header);
    line(out, JsonWriter.bytes(checksums(header, text, readable.length)));
    line(out, text);
    out.writeBytes(readable);
    return out.toByteArray();
  }

  /** Writes a file that must not exist yet. */
  public static Checked<Path> create(Path path, SealedTable table) {
    return AtomicFile.onDisk().create(path, bytes(table));
  }

  /** The sealed table in a file. */
  public static Checked<SealedTable> read(Path path) {
    var name = path.toString();
    return BoundedFile.read(path, name, MOST_BYTES).then(bytes -> parse(bytes, name));
  }

  /** The sealed table in the bytes of a file, under the name that messages show. */
  public static Checked<SealedTable> parse(byte[] bytes, String name) {
    return new SealedTableReader(name).read(bytes);
  }

  /**
   * The second line.
   *
   * @param text the line of the ciphertext
   * @param readable the number of bytes behind that line
   */
  static Json checksums(byte[] header, byte[] text, int readable) {
    return new Json.Fields(
        Map.of(
            "headerSha256", new Json.Text(Sha256.of(header).hex()),
            "ciphertextSha256", new Json.Text(Sha256.of(text).hex()),
            "bytes", new Json.Number(text.length + 1L + readable)));
  }

  private static void line(ByteArrayOutputStream out, byte[] line) {
    out.writeBytes(line);
    out.write('\n');
  }
}
