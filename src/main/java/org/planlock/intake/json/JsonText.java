package org.planlock.intake.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.SourceReading;

/**
 * Reads JSON (RFC 8259) strictly: UTF-8, no name twice, nothing nested deeper than 64; every
 * mistake has its place.
 */
public final class JsonText {
  private static final int DEEPEST = 64;
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String MEANINGS = "\"\\/\b\f\n\r\t";

  private final SourceFile source;
  private final int[] points;
  private int at;

  private JsonText(SourceFile source) {
    this.source = source;
    this.points = source.text().codePoints().toArray();
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
      blanks();
      if (at < points.length) {
        throw wrong(at, "there is more after the end of the value");
      }
      return Checked.of(value);
    } catch (Unreadable e) {
      return Checked.failed(e.finding);
    }
  }

  private JsonValue value(int depth) throws Unreadable {
    blanks();
    if (depth > DEEPEST) {
      throw new Unreadable(
          Diagnostic.at(
              here(), Rule.TOO_DEEP, "this is nested deeper than " + DEEPEST + " levels"));
    }
    int start = at;
    return switch (peek()) {
      case '{' -> fields(depth);
      case '[' -> items(depth);
      case '"' -> new JsonValue.Text(text(), from(start));
      case 't' -> word("true", new JsonValue.Truth(true, word(start, 4)));
      case 'f' -> word("false", new JsonValue.Truth(false, word(start, 5)));
      case 'n' -> word("null", new JsonValue.Nothing(word(start, 4)));
      default -> number();
    };
  }

  private JsonValue fields(int depth) throws Unreadable {
    int start = at++;
    var values = new LinkedHashMap<String, JsonValue>();
    blanks();
    while (!take('}')) {
      if (!values.isEmpty()) {
        expect(',', "a comma or a closing brace is expected here");
        blanks();
      }
      int nameAt = at;
      if (peek() != '"') {
        throw wrong(at, "a name in double quotes is expected here");
      }
      var name = text();
      blanks();
      expect(':', "a colon is expected here");
      if (values.containsKey(name)) {
        throw new Unreadable(
            Diagnostic.at(
                    new Span(source, nameAt, at),
                    Rule.DUPLICATE_KEY,
                    "`" + name + "` stands here twice")
                .help("keep one of the two"));
      }
      values.put(name, value(depth + 1));
      blanks();
    }
    return new JsonValue.Fields(values, from(start));
  }

  private JsonValue items(int depth) throws Unreadable {
    int start = at++;
    List<JsonValue> items = new ArrayList<>();
    blanks();
    while (!take(']')) {
      if (!items.isEmpty()) {
        expect(',', "a comma or a closing bracket is expected here");
      }
      items.add(value(depth + 1));
      blanks();
    }
    return new JsonValue.Items(items, from(start));
  }

  private String text() throws Unreadable {
    int start = at++;
    var text = new StringBuilder();
    while (peek() != '"') {
      if (at >= points.length) {
        throw wrong(start, "this text has no closing quote");
      }
      if (peek() < ' ') {
        throw wrong(at, "a control character stands in this text");
      }
      if (peek() == '\\') {
        at++;
        text.append(escape());
      } else {
        text.appendCodePoint(points[at++]);
      }
    }
    at++;
    return text.toString();
  }

  private char escape() throws Unreadable {
    int index = ESCAPES.indexOf(peek());
    if (index >= 0 && at < points.length) {
      at++;
      return MEANINGS.charAt(index);
    }
    if (peek() == 'u' && at + 4 < points.length) {
      var digits = source.slice(at + 1, at + 5);
      if (digits.matches("[0-9a-fA-F]{4}")) {
        at += 5;
        return (char) Integer.parseInt(digits, 16);
      }
    }
    throw wrong(at - 1, "this escape is none that JSON knows");
  }

  private JsonValue number() throws Unreadable {
    int start = at;
    while (at < points.length
        && (Character.isLetterOrDigit(points[at]) || isNumberSign(points[at]))) {
      at++;
    }
    var text = source.slice(start, at);
    if (!NUMBER.matcher(text).matches()) {
      at = start;
      throw wrong(start, start >= points.length ? "the text ends here" : "no value stands here");
    }
    return new JsonValue.Number(text, from(start));
  }

  private static boolean isNumberSign(int point) {
    return point == '-' || point == '+' || point == '.';
  }

  private JsonValue word(String word, JsonValue value) throws Unreadable {
    if (!value.span().text().equals(word)) {
      throw wrong(at, "no value stands here");
    }
    at += word.length();
    return value;
  }

  private Span word(int start, int length) {
    return new Span(source, start, Math.min(start + length, points.length));
  }

  private void blanks() {
    while (at < points.length && (points[at] == ' ' || points[at] == '\n' || points[at] == '\t')) {
      at++;
    }
  }

  private int peek() {
    return at < points.length ? points[at] : -1;
  }

  private boolean take(char sign) {
    boolean isThere = peek() == sign;
    at += isThere ? 1 : 0;
    return isThere;
  }

  private void expect(char sign, String otherwise) throws Unreadable {
    if (!take(sign)) {
      throw wrong(at, otherwise);
    }
  }

  private Span here() {
    return new Span(source, Math.min(at, points.length), Math.min(at + 1, points.length));
  }

  private Span from(int start) {
    return new Span(source, start, at);
  }

  private Unreadable wrong(int place, String message) {
    int start = Math.min(place, points.length);
    return new Unreadable(
        Diagnostic.at(
                new Span(source, start, Math.min(start + 1, points.length)),
                Rule.JSON_UNREADABLE,
                message)
            .help("check that the file is JSON, and whole"));
  }

  /** Carries the finding out of the depth of a value. */
  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Diagnostic finding;

    Unreadable(Diagnostic finding) {
      super(finding.message(), null, false, false);
      this.finding = finding;
    }
  }
}
