package org.planlock.intake.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.syntax.SourceReading;

/**
 * Reads JSON (RFC 8259) strictly: UTF-8, no name twice, nothing nested deeper than 64; every
 * mistake has its place.
 */
public final class JsonText {
  private static final int DEEPEST = 64;
  private final JsonScanner scanner;

  private JsonText(SourceFile source) {
    this.scanner = new JsonScanner(source);
  }

  /**
   * The value that bytes say.
   *
   * @param name what messages call the file
   */
  public static Checked<JsonValue> read(String name, byte[] bytes) {
    return SourceReading.decode(name, bytes).then(source -> new JsonText(source).whole());
  }

  /** The value that a text says. */
  static Checked<JsonValue> read(String name, String text) {
    return read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Checked<JsonValue> whole() {
    try {
      var value = value(0);
      scanner.blanks();
      if (!scanner.isAtEnd()) {
        throw scanner.wrong(scanner.at(), "there is more after the end of the value");
      }
      return Checked.of(value);
    } catch (Unreadable e) {
      return Checked.failed(e.finding);
    }
  }

  private JsonValue value(int depth) throws Unreadable {
    scanner.blanks();
    if (depth > DEEPEST) {
      throw new Unreadable(
          Diagnostic.at(
              scanner.here(), Rule.TOO_DEEP, "this is nested deeper than " + DEEPEST + " levels"));
    }
    int start = scanner.at();
    return switch (scanner.peek()) {
      case '{' -> fields(depth);
      case '[' -> items(depth);
      case '"' -> new JsonValue.Text(scanner.text(), scanner.from(start));
      case 't' -> scanner.word("true", new JsonValue.Truth(true, scanner.word(start, 4)));
      case 'f' -> scanner.word("false", new JsonValue.Truth(false, scanner.word(start, 5)));
      case 'n' -> scanner.word("null", new JsonValue.Nothing(scanner.word(start, 4)));
      default -> scanner.number();
    };
  }

  private JsonValue fields(int depth) throws Unreadable {
    int start = scanner.skip();
    var values = new LinkedHashMap<String, JsonValue>();
    scanner.blanks();
    while (!scanner.take('}')) {
      if (!values.isEmpty()) {
        scanner.expect(',', "a comma or a closing brace is expected here");
        scanner.blanks();
      }
      int nameAt = scanner.at();
      if (scanner.peek() != '"') {
        throw scanner.wrong(scanner.at(), "a name in double quotes is expected here");
      }
      var name = scanner.text();
      scanner.blanks();
      scanner.expect(':', "a colon is expected here");
      if (values.containsKey(name)) {
        throw new Unreadable(
            Diagnostic.at(
                    scanner.from(nameAt), Rule.DUPLICATE_KEY, "`" + name + "` stands here twice")
                .help("keep one of the two"));
      }
      values.put(name, value(depth + 1));
      scanner.blanks();
    }
    return new JsonValue.Fields(values, scanner.from(start));
  }

  private JsonValue items(int depth) throws Unreadable {
    int start = scanner.skip();
    List<JsonValue> items = new ArrayList<>();
    scanner.blanks();
    while (!scanner.take(']')) {
      if (!items.isEmpty()) {
        scanner.expect(',', "a comma or a closing bracket is expected here");
      }
      items.add(value(depth + 1));
      scanner.blanks();
    }
    return new JsonValue.Items(items, scanner.from(start));
  }
}
