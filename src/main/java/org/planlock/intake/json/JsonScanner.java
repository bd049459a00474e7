package org.planlock.intake.json;

import java.util.regex.Pattern;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;

/** Goes through a JSON text from the front: blanks, signs, texts, numbers and words. */
final class JsonScanner {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String MEANINGS = "\"\\/\b\f\n\r\t";

  private final SourceFile source;
  private final int[] points;
  private int at;

  JsonScanner(SourceFile source) {
    this.source = source;
    this.points = source.text().codePoints().toArray();
  }

  int at() {
    return at;
  }

  boolean isAtEnd() {
    return at >= points.length;
  }

  /** Passes over one character; where it stands. */
  int skip() {
    return at++;
  }

  String text() throws Unreadable {
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

  JsonValue number() throws Unreadable {
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

  JsonValue word(String word, JsonValue value) throws Unreadable {
    if (!value.span().text().equals(word)) {
      throw wrong(at, "no value stands here");
    }
    at += word.length();
    return value;
  }

  Span word(int start, int length) {
    return new Span(source, start, Math.min(start + length, points.length));
  }

  void blanks() {
    while (at < points.length && (points[at] == ' ' || points[at] == '\n' || points[at] == '\t')) {
      at++;
    }
  }

  int peek() {
    return at < points.length ? points[at] : -1;
  }

  boolean take(char sign) {
    boolean isThere = peek() == sign;
    at += isThere ? 1 : 0;
    return isThere;
  }

  void expect(char sign, String otherwise) throws Unreadable {
    if (!take(sign)) {
      throw wrong(at, otherwise);
    }
  }

  Span here() {
    return new Span(source, Math.min(at, points.length), Math.min(at + 1, points.length));
  }

  Span from(int start) {
    return new Span(source, start, at);
  }

  Unreadable wrong(int place, String message) {
    int start = Math.min(place, points.length);
    return new Unreadable(
        Diagnostic.at(
                new Span(source, start, Math.min(start + 1, points.length)),
                Rule.JSON_UNREADABLE,
                message)
            .help("check that the file is JSON, and whole"));
  }
}
