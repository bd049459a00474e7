package org.planlock.editor;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Which brackets and quotes are open where a text ends.
 *
 * @param closing what closes the brackets, the innermost first
 * @param quote the quote that is open, or 0
 * @param comment whether the text ends in a comment
 */
record OpenBrackets(String closing, int quote, boolean comment) {
  /** How comments and quotes are written. */
  enum Style {
    YAML,
    SLASHES,
    GROOVY
  }

  static OpenBrackets of(String text, Style style) {
    var open = new ArrayDeque<Character>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isQuote(text, at, style, open.isEmpty())) {
        int end = closingQuote(text, at, style);
        if (end < 0) {
          return new OpenBrackets(closers(open), c, false);
        }
        at = end;
      } else if (isComment(text, at, style)) {
        int end = commentEnd(text, at);
        if (end < 0) {
          return new OpenBrackets(closers(open), 0, true);
        }
        at = end;
      } else {
        bracket(c, open, style, text, at);
      }
      at++;
    }
    return new OpenBrackets(closers(open), 0, false);
  }

  private static void bracket(char c, Deque<Character> open, Style style, String text, int at) {
    int opener = "{[(".indexOf(c);
    boolean counts = style != Style.YAML || (c != '(' && c != ')' && isFlow(open, text, at));
    if (counts && opener >= 0) {
      open.push("}])".charAt(opener));
    } else if (counts && !open.isEmpty() && open.peek() == c) {
      open.pop();
    }
  }

  /** In YAML a bracket inside a plain text of a block is part of the text. */
  private static boolean isFlow(Deque<Character> open, String text, int at) {
    return !open.isEmpty() || startsValue(text, at, true);
  }

  private static boolean startsValue(String text, int at, boolean inBlock) {
    int before = at - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    return before < 0
        || (inBlock ? "\n:" : "\n:,[{").indexOf(text.charAt(before)) >= 0
        || (text.charAt(before) == '-' && before < at - 1 && isLineStart(text, before));
  }

  private static boolean isLineStart(String text, int at) {
    int before = at - 1;
    while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '-')) {
      before--;
    }
    return before < 0 || text.charAt(before) == '\n';
  }

  private static boolean isQuote(String text, int at, Style style, boolean inBlock) {
    char c = text.charAt(at);
    return switch (style) {
      case SLASHES -> c == '"';
      case GROOVY -> c == '"' || c == '\'';
      case YAML -> (c == '"' || c == '\'') && startsValue(text, at, inBlock);
    };
  }

  private static int closingQuote(String text, int from, Style style) {
    char quote = text.charAt(from);
    for (int at = from + 1; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean escapes = c == '\\' && (quote == '"' || style == Style.GROOVY);
      boolean doubled = style == Style.YAML && c == '\'' && quote == c && text.startsWith("''", at);
      if (escapes || doubled) {
        at++;
      } else if (c == '\n' && style != Style.YAML) {
        return at; // such a text ends on its line
      } else if (c == quote) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isComment(String text, int at, Style style) {
    if (style != Style.YAML) {
      return text.startsWith("//", at) || (style == Style.GROOVY && text.startsWith("/*", at));
    }
    return text.charAt(at) == '#' && (at == 0 || Character.isWhitespace(text.charAt(at - 1)));
  }

  private static int commentEnd(String text, int at) {
    return text.startsWith("/*", at) ? text.indexOf("*/", at) : text.indexOf('\n', at);
  }

  private static String closers(Deque<Character> open) {
    var text = new StringBuilder();
    open.forEach(text::append);
    return text.toString();
  }
}
