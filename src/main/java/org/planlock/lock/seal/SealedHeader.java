package org.planlock.lock.seal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.lock.Base64Text;
import org.planlock.lock.Json;
import org.planlock.lock.JsonMember;
import org.planlock.lock.JsonWriter;
import org.planlock.lock.Sha256;
import org.planlock.lock.merkle.TreeHead;
import org.planlock.source.Span;
import org.planlock.syntax.ForbiddenCharacters;

/**
 * What everybody can read of a sealed table, and nobody can change without the key: the additional
 * authenticated data of its encryption.
 *
 * <p>The digest of the clear table is not here: with two arms and twenty participants anybody could
 * try all tables until one fits. {@code tableCommit} hides it under the key.
 *
 * @param file the name of the table that was sealed, a plain file name
 * @param columns who is in, and what is sealed
 * @param keyCommit {@link CustodianKey#commitment()} of the key that opens it
 * @param nonce 12 bytes in base64
 * @param tableCommit what the key makes of the digest of the clear table
 * @param rows number of participants, and root of the commitments to their sealed values
 * @param readable digest of the part that is not sealed
 */
public record SealedHeader(
    String file,
    CellSeparator separator,
    SealedColumns columns,
    Sha256 keyCommit,
    String nonce,
    Sha256 tableCommit,
    TreeHead rows,
    Sha256 readable) {
  /** The value of {@code format}. */
  public static final String FORMAT = "planlock-sealed/1";

  private static final int LONGEST_NAME = 255;

  /** The bytes that are authenticated: its canonical JSON (RFC 8785). */
  public byte[] bytes() {
    return JsonWriter.bytes(json());
  }

  byte[] nonceBytes() {
    return Base64Text.parse(nonce).orElseThrow();
  }

  /** Whether a name can be that of the sealed file: no folder, nothing hidden, not too long. */
  static boolean isFileName(String name) {
    return !name.isBlank()
        && name.length() <= LONGEST_NAME
        && name.chars().noneMatch(c -> c == '/' || c == '\\' || c == '\t' || c == '\n')
        && !name.equals(".")
        && !name.equals("..")
        && ForbiddenCharacters.first(name, Span.none(FORMAT)).isEmpty();
  }

  Json json() {
    return new Json.Fields(
        Map.of(
            "format", new Json.Text(FORMAT),
            "file", new Json.Text(file),
            "separator", new Json.Text(separator.word()),
            "ids", new Json.Text(columns.ids()),
            "columns", columns(columns.sealed()),
            "keyCommit", new Json.Text(keyCommit.hex()),
            "nonce", new Json.Text(nonce),
            "tableCommit", new Json.Text(tableCommit.hex()),
            "rows",
                new Json.Fields(
                    Map.of(
                        "size", new Json.Number(rows.size()),
                        "root", new Json.Text(rows.root().hex()))),
            "readableSha256", new Json.Text(readable.hex())));
  }

  /** The header in JSON, if it has all that one needs; it may have more. */
  static Optional<SealedHeader> of(JsonMember json) {
    var file = json.get("file").text().filter(SealedHeader::isFileName);
    var separator = json.get("separator").text().flatMap(CellSeparator::ofWord);
    var ids = json.get("ids").text();
    var sealed = json.get("columns").each(JsonMember::text);
    var keyCommit = json.get("keyCommit").sha256();
    var nonce = json.get("nonce").text().filter(SealedHeader::isNonce);
    var tableCommit = json.get("tableCommit").sha256();
    var size = json.get("rows").get("size").whole();
    var root = json.get("rows").get("root").sha256();
    var readable = json.get("readableSha256").sha256();
    boolean isWhole =
        List.of(file, separator, ids, sealed, keyCommit, nonce, tableCommit, size, root, readable)
            .stream()
            .allMatch(Optional::isPresent);
    return isWhole
        ? Optional.of(
            new SealedHeader(
                file.get(),
                separator.get(),
                new SealedColumns(ids.get(), sealed.get()),
                keyCommit.get(),
                nonce.get(),
                tableCommit.get(),
                new TreeHead(size.get(), root.get()),
                readable.get()))
        : Optional.empty();
  }

  private static boolean isNonce(String text) {
    return Base64Text.parse(text).filter(bytes -> bytes.length == AesGcm.NONCE_BYTES).isPresent();
  }

  private static Json columns(List<String> names) {
    return new Json.Items(names.stream().<Json>map(Json.Text::new).toList());
  }
}
