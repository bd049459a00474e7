package org.planlock.plan.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

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
      return Stream.of(text.strip().split("\\n\\s*\\n")).map(CoverageFields::field).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CoverageField field(String block) {
    var lines = block.strip().split("\n");
    var head = lines[0].split(" ", 2);
    var needs =
        Stream.of(after(lines[2], "needs: ").split(",\\s*")).map(Requirement::parse).toList();
    return new CoverageField(
        head[0], head[1], after(lines[1], "removes: "), needs, after(lines[3], "write: "));
  }

  private static String after(String line, String word) {
    if (!line.startsWith(word)) {
      throw new IllegalStateException("`" + word + "` is missing: " + line);
    }
    return line.substring(word.length()).strip();
  }
}
