package org.planlock.lock.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.BoundedFile;
import org.planlock.lock.Json;
import org.planlock.lock.JsonMember;
import org.planlock.lock.JsonText;
import org.planlock.lock.JsonWriter;
import org.planlock.lock.Sha256;
import org.planlock.source.Span;

/**
 * A custodian's blinded copy on disk: a line of JSON that says what it is, then the table. No
 * program can take it for the table itself by mistake.
 */
public final class BlindedFile {
  /** The value of {@code format}. */
  public static final String FORMAT = "planlock-blinded/1";

  private static final int MOST_BYTES = 32 << 20;

  private final String file;
  private final Sha256 lock;
  private final Sha256 sealed;
  private final List<String> columns;
  private final byte[] table;

  private BlindedFile(String file, Sha256 lock, Sha256 sealed, List<String> columns, byte[] table) {
    this.columns = List.copyOf(columns);
    this.file = file;
    this.lock = lock;
    this.sealed = sealed;
    this.table = table;
  }

  /** The file of a custodian's copy of what was sealed, made for one lock. */
  public static BlindedFile of(BlindedCopy copy, SealedTable sealed, Sha256 lock) {
    var header = sealed.header();
    return new BlindedFile(
        header.file(), lock, sealed.sha256(), header.columns().sealed(), copy.bytes());
  }

  /** The blinded copy in a file. */
  public static Checked<BlindedFile> read(Path path) {
    var name = path.toString();
    return BoundedFile.read(path, name, MOST_BYTES).then(bytes -> parse(bytes, name));
  }

  /** The blinded copy in the bytes of a file, under the name that messages show. */
  public static Checked<BlindedFile> parse(byte[] bytes, String name) {
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    if (bytes.length > MOST_BYTES || end == bytes.length) {
      return damaged(name);
    }
    var table = Arrays.copyOfRange(bytes, end + 1, bytes.length);
    return JsonText.read(Arrays.copyOf(bytes, end), name, Rule.BLINDED_DAMAGED)
        .map(JsonMember::of)
        .then(
            json ->
                meant(json, table)
                    .filter(read -> Arrays.equals(read.bytes(), bytes))
                    .map(Checked::of)
                    .orElseGet(() -> damaged(name)));
  }

  private static Optional<BlindedFile> meant(JsonMember json, byte[] table) {
    var file = json.get("file").text().filter(SealedHeader::isFileName);
    var lock = json.get("lock").sha256();
    var sealed = json.get("sealed").sha256();
    var columns = json.get("columns").each(JsonMember::text);
    return file.flatMap(
        name ->
            lock.flatMap(
                of ->
                    sealed.flatMap(
                        from ->
                            columns.map(dealt -> new BlindedFile(name, of, from, dealt, table)))));
  }

  private static Checked<BlindedFile> damaged(String name) {
    return Checked.failed(
        Diagnostic.at(
                Span.none(name),
                Rule.BLINDED_DAMAGED,
                "`" + name + "` is no blinded copy, or was changed")
            .help("ask the custodian for it again; line ends must stay as they are"));
  }

  /** The bytes of the file. */
  public byte[] bytes() {
    var header =
        new Json.Fields(
            Map.of(
                "format", new Json.Text(FORMAT),
                "file", new Json.Text(file),
                "lock", new Json.Text(lock.hex()),
                "sealed", new Json.Text(sealed.hex()),
                "columns", new Json.Items(columns.stream().<Json>map(Json.Text::new).toList()),
                "sha256", new Json.Text(checksum().hex())));
    var out = new ByteArrayOutputStream();
    out.writeBytes(JsonWriter.bytes(header));
    out.write('\n');
    out.writeBytes(table);
    return out.toByteArray();
  }

  /** Of everything that the file says, a line each; it tells damage, and anybody can compute it. */
  private Sha256 checksum() {
    var all = new ByteArrayOutputStream();
    all.writeBytes(
        (file + "\n" + lock.hex() + "\n" + sealed.hex() + "\n" + String.join("\n", columns) + "\n")
            .getBytes(StandardCharsets.UTF_8));
    all.writeBytes(table);
    return Sha256.of(all.toByteArray());
  }

  /** The name of the table that was sealed. */
  public String file() {
    return file;
  }

  /** The lock that it was made for. */
  public Sha256 lock() {
    return lock;
  }

  /** The digest of the sealed file that it was made from. */
  public Sha256 sealed() {
    return sealed;
  }

  /** The columns that were dealt anew. */
  public List<String> columns() {
    return columns;
  }

  /** The table, labels dealt anew. */
  public byte[] table() {
    return table.clone();
  }
}
