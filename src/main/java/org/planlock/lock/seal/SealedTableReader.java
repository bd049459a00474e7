package org.planlock.lock.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Base64Text;
import org.planlock.lock.Json;
import org.planlock.lock.JsonMember;
import org.planlock.lock.JsonText;
import org.planlock.lock.JsonWriter;
import org.planlock.lock.Sha256;
import org.planlock.source.Span;

/** Reads a sealed table without its key, and says which part of a damaged one is damaged. */
final class SealedTableReader {
  private static final String FAMILY = "planlock-sealed/";
  private static final int LONGEST_HEADER = 1 << 20;
  private static final int LONGEST_CHECKSUMS = 1000;

  private final String name;

  SealedTableReader(String name) {
    this.name = name;
  }

  Checked<SealedTable> read(byte[] bytes) {
    if (bytes.length > SealedTableFile.MOST_BYTES) {
      return failed(Rule.TOO_LARGE, "is larger than 64 MiB");
    }
    var header = line(bytes, 0, LONGEST_HEADER);
    if (bytes.length == 0 || bytes[0] != '{' || header.length == 0) {
      return damaged("is no sealed table, or cut short");
    }
    if (header[header.length - 1] == '\r') {
      return Checked.failed(
          problem(Rule.SEALED_DAMAGED, "has other line ends than it was sealed with")
              .help("copy it as it is; in git, `*.sealed -text` in `.gitattributes` keeps it so"));
    }
    return json(header).then(this::known).then(json -> whole(json, header, bytes));
  }

  private Checked<JsonMember> known(Json json) {
    var member = JsonMember.of(json);
    var format = member.get("format").text().orElse("");
    if (!format.startsWith(FAMILY)) {
      return damaged("is no sealed table");
    }
    return format.equals(SealedHeader.FORMAT)
        ? Checked.of(member)
        : failed(Rule.SEALED_TOO_NEW, "was made by a newer version, or its first line is damaged");
  }

  private Checked<SealedTable> whole(JsonMember json, byte[] header, byte[] bytes) {
    int start = header.length + 1;
    var checksums = line(bytes, start, LONGEST_CHECKSUMS);
    if (checksums.length == 0) {
      return damaged("is cut short behind its header");
    }
    var rest = Arrays.copyOfRange(bytes, start + checksums.length + 1, bytes.length);
    return json(checksums)
        .map(JsonMember::of)
        .then(said -> unharmed(said, header, checksums, rest))
        .then(text -> meant(json, header, text, rest));
  }

  /** The line of the ciphertext, if all parts are as the checksums say. */
  private Checked<byte[]> unharmed(JsonMember said, byte[] header, byte[] checksums, byte[] rest) {
    if (!said.get("headerSha256").sha256().equals(Optional.of(Sha256.of(header)))) {
      return damaged("has a header that was changed");
    }
    long bytes = said.get("bytes").whole().orElse(0L);
    if (rest.length < bytes) {
      return damaged("is cut short: " + (bytes - rest.length) + " bytes are missing");
    }
    if (rest.length > bytes) {
      return damaged("goes on after its end");
    }
    var text = line(rest, 0, rest.length);
    if (!said.get("ciphertextSha256").sha256().equals(Optional.of(Sha256.of(text)))) {
      return damaged("has a ciphertext that was changed");
    }
    var written =
        JsonWriter.bytes(SealedTableFile.checksums(header, text, rest.length - text.length - 1));
    return Arrays.equals(written, checksums)
        ? Checked.of(text)
        : damaged("is not as this program writes it");
  }

  private Checked<SealedTable> meant(JsonMember json, byte[] header, byte[] text, byte[] rest) {
    var readable = Arrays.copyOfRange(rest, text.length + 1, rest.length);
    var ciphertext =
        Base64Text.parse(new String(text, StandardCharsets.ISO_8859_1))
            .filter(bytes -> bytes.length > AesGcm.TAG_BYTES);
    var meant = SealedHeader.of(json).filter(h -> Arrays.equals(h.bytes(), header));
    if (ciphertext.isEmpty() || meant.isEmpty()) {
      return damaged("does not hold what a sealed table must hold");
    }
    return Sha256.of(readable).equals(meant.get().readable())
        ? participants(meant.get(), ciphertext.get(), readable)
        : damaged("has a readable part that was changed");
  }

  private Checked<SealedTable> participants(
      SealedHeader header, byte[] ciphertext, byte[] readable) {
    return ClearTable.parse(readable, name, header.separator())
        .then(
            table -> {
              int ids = table.columnNames().indexOf(header.columns().ids());
              return ids >= 0 && table.rows().size() == header.rows().size()
                  ? Checked.of(
                      new SealedTable(
                          header,
                          ciphertext,
                          readable,
                          table.rows().stream().map(row -> row.get(ids).strip()).toList()))
                  : failed(
                      Rule.SEALED_INCONSISTENT,
                      "contradicts itself: its readable part is not the one its header tells of");
            });
  }

  private Checked<Json> json(byte[] line) {
    return JsonText.read(line, name, Rule.SEALED_DAMAGED);
  }

  /** The line that starts here, without its end; nothing if it has none within so many bytes. */
  private static byte[] line(byte[] bytes, int start, int longest) {
    int most = (int) Math.min(bytes.length, (long) start + longest + 1);
    for (int i = start; i < most; i++) {
      if (bytes[i] == '\n') {
        return Arrays.copyOfRange(bytes, start, i);
      }
    }
    return new byte[0];
  }

  private <T> Checked<T> damaged(String predicate) {
    return failed(Rule.SEALED_DAMAGED, predicate);
  }

  private <T> Checked<T> failed(Rule rule, String predicate) {
    return Checked.failed(problem(rule, predicate));
  }

  private Diagnostic problem(Rule rule, String predicate) {
    return Diagnostic.at(Span.none(name), rule, "`" + name + "` " + predicate);
  }
}
