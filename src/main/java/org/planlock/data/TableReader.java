package org.planlock.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** Reads a table once: what is fingerprinted is what is parsed. */
public final class TableReader {
  /** The largest table in bytes: 64 MiB. */
  public static final int MOST_BYTES = 64 << 20;

  private TableReader() {}

  /** Reads the table at a path, which messages call by {@code name}. */
  public static Checked<TableFile> read(Path path, String name, TableFormat format) {
    return bytes(path, name).then(bytes -> read(name, bytes, format));
  }

  /** Reads the table in these bytes. */
  public static Checked<TableFile> read(String name, byte[] bytes, TableFormat format) {
    if (bytes.length > MOST_BYTES) {
      return Checked.failed(tooLarge(name));
    }
    var separator = format.separator().or(() -> Separator.ofFileName(name));
    if (separator.isEmpty()) {
      return Checked.failed(
          problem(name, Rule.WRONG_SEPARATOR, "the separator of `" + name + "` is not known")
              .note("only the endings .tsv and .csv tell it")
              .help(
                  "write `separator tab`, `separator comma` or `separator semicolon` for this table"));
    }
    return new TableText(name, format.encoding())
        .decode(bytes)
        .then(text -> TableParser.parse(name, text, separator.get()))
        .map(table -> new TableFile(name, Fingerprint.of(bytes), table));
  }

  /** The bytes of a regular file of allowed size. */
  static Checked<byte[]> bytes(Path path, String name) {
    if (!Files.exists(path)) {
      return Checked.failed(absent(path, name));
    }
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).isRegularFile()
          ? read(path, name)
          : Checked.failed(
              problem(name, Rule.NOT_A_REGULAR_FILE, "`" + name + "` is not a regular file"));
    } catch (IOException | SecurityException e) {
      return Checked.failed(
          problem(name, Rule.UNREADABLE_FILE, "`" + name + "` cannot be read")
              .help("check that you may read the file"));
    }
  }

  private static Checked<byte[]> read(Path path, String name) throws IOException {
    try (var in = Files.newInputStream(path)) {
      var bytes = in.readNBytes(MOST_BYTES + 1);
      return bytes.length > MOST_BYTES ? Checked.failed(tooLarge(name)) : Checked.of(bytes);
    }
  }

  private static Diagnostic absent(Path path, String name) {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return problem(name, Rule.CONTENT_NOT_PRESENT, "the content of `" + name + "` is not present")
          .note("it is a link to a file that is not here")
          .help("get it first, for example with `datalad get " + name + "`");
    }
    return problem(name, Rule.FILE_MISSING, "there is no file `" + name + "`")
        .help("check the path, and the folder that holds the data");
  }

  private static Diagnostic tooLarge(String name) {
    return problem(name, Rule.TABLE_TOO_LARGE, "`" + name + "` is larger than 64 MiB")
        .help("keep only the columns that the plan uses");
  }

  private static Diagnostic problem(String name, Rule rule, String message) {
    return Diagnostic.at(Span.none(name), rule, message);
  }
}
