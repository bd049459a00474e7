package org.planlock.plan.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The catalogue of the fields of a complete plan, groups A to L. */
public final class CoverageFields {
  private static final List<CoverageField> ALL = read();

  private CoverageFields() {}

  /** All fields, in the order of their ids. */
  public static List<CoverageField> all() {
    return ALL;
  }

  private static List<CoverageField> read() {
    try (var stream = CoverageFields.class.getResourceAsStream("fields.txt")) {
      var text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return Pieces.of(text.strip(), "\n\n").stream().map(CoverageFields::field).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CoverageField field(String block) {
    var lines = Pieces.of(block, "\n");
    int space = lines.get(0).indexOf(' ');
    var needs =
        Pieces.of(after(lines.get(2), "needs: "), ", ").stream().map(Requirement::parse).toList();
    return new CoverageField(
        lines.get(0).substring(0, space),
        lines.get(0).substring(space + 1),
        after(lines.get(1), "removes: "),
        needs,
        after(lines.get(3), "write: "));
  }

  private static String after(String line, String word) {
    if (!line.startsWith(word)) {
      throw new IllegalStateException("`" + word + "` is missing: " + line);
    }
    return line.substring(word.length()).strip();
  }
}
