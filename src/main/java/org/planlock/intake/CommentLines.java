package org.planlock.intake;

import java.util.Locale;
import java.util.stream.Stream;
import org.planlock.source.Span;
import org.planlock.syntax.ForbiddenCharacters;

/** A text of a stranger as lines of a comment: nothing hidden, nothing that ends the comment. */
final class CommentLines {
  private static final int WIDEST = 112;
  private static final Span NOWHERE = Span.none("");

  private CommentLines() {}

  /** The text, broken between words where lines grow long; each line break of it is kept. */
  static Stream<String> of(String text) {
    return shown(text).lines().map(String::strip).flatMap(CommentLines::broken);
  }

  /** The text with every character that does not show spelt out. */
  private static String shown(String text) {
    var shown = new StringBuilder();
    text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(at -> append(shown, at));
    return shown.toString();
  }

  private static void append(StringBuilder shown, int point) {
    boolean isHidden = ForbiddenCharacters.first(Character.toString(point), NOWHERE).isPresent();
    if (point == '\t') {
      shown.append(' ');
    } else if (isHidden) {
      shown.append("\\u{").append(Integer.toHexString(point).toLowerCase(Locale.ROOT)).append('}');
    } else {
      shown.appendCodePoint(point);
    }
  }

  private static Stream<String> broken(String line) {
    var lines = Stream.<String>builder();
    var rest = line;
    while (rest.length() > WIDEST) {
      int at = rest.lastIndexOf(' ', WIDEST);
      int end = at > WIDEST / 2 ? at : rest.indexOf(' ', WIDEST);
      if (end < 0) {
        break;
      }
      lines.add(rest.substring(0, end));
      rest = rest.substring(end + 1);
    }
    return lines.add(rest).build();
  }
}
