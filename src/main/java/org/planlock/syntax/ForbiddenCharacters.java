package org.planlock.syntax;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;

/**
 * Finds characters that a reader cannot see or would take for others; they could make a plan look
 * other than it is.
 */
public final class ForbiddenCharacters {
  private static final String LETTERS =
      "аaеeоoрpсcхxуyіiјjѕsԁdԛqԝwһhαaοoρpνvιiκkΑAВBЕEКKМMНHОOРPСCТTХXΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";
  private static final Map<Integer, String> INSTEAD =
      Map.of(
          (int) '½', "0.5", (int) '¼', "0.25", (int) '¾', "0.75", (int) '×', "*", (int) '≤', "<=",
          (int) '≥', ">=", (int) '−', "-", (int) '–', "-", (int) '“', "\"", (int) '”', "\"");

  private ForbiddenCharacters() {}

  /** Reports every one that stands in a source. */
  public static void report(SourceFile source, Findings findings) {
    int[] points = source.text().codePoints().toArray();
    for (int i = 0; i < points.length && !findings.isFull(); i++) {
      if (isForbidden(points[i])) {
        findings.add(hidden(points[i], new Span(source, i, i + 1)));
      }
    }
  }

  /** The first one in a text that escapes may have made, if any. */
  public static Optional<Diagnostic> first(String text, Span span) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      if (isForbidden(text.codePointAt(at))) {
        return Optional.of(hidden(text.codePointAt(at), span));
      }
    }
    return Optional.empty();
  }

  /**
   * The finding for a character that may stand in texts but not here, in a word of the language.
   */
  public static Diagnostic outOfPlace(int point, Span span) {
    return outOfPlace(point, span, "texts with such characters stand in double quotes");
  }

  /** The same with what to do if there is no obvious character to type instead. */
  public static Diagnostic outOfPlace(int point, Span span, String otherwise) {
    String shown =
        Character.isWhitespace(point) || Character.isSpaceChar(point)
            ? "a blank"
            : "`" + Character.toString(point) + "`";
    var finding =
        Diagnostic.at(
            span,
            Rule.FORBIDDEN_CHARACTER,
            shown + " is " + named(point) + ", which is not part of the language");
    var letter = lookAlike(point);
    if (letter.isPresent()) {
      return finding
          .note("it looks like the letter `" + letter.get() + "` but is another one")
          .help("type `" + letter.get() + "` instead");
    }
    return finding.help(
        INSTEAD.containsKey(point) ? "write `" + INSTEAD.get(point) + "`" : otherwise);
  }

  private static Diagnostic hidden(int point, Span span) {
    return Diagnostic.at(
            span, Rule.FORBIDDEN_CHARACTER, "there is a hidden character here, " + named(point))
        .note("characters that cannot be seen can make a plan look other than it is")
        .help("delete it");
  }

  private static boolean isForbidden(int point) {
    if (point == '\n' || point == '\t') {
      return false;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  private static Optional<String> lookAlike(int point) {
    int at = LETTERS.indexOf(point);
    return at >= 0 && at % 2 == 0
        ? Optional.of(LETTERS.substring(at + 1, at + 2))
        : Optional.empty();
  }

  private static String named(int point) {
    String name = Character.getName(point);
    String code = String.format(Locale.ROOT, "U+%04X", point);
    return name == null ? code : code + " " + name.toLowerCase(Locale.ROOT);
  }
}
