package org.planlock.syntax.groovy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.Findings;
import org.planlock.syntax.LaidOutText;
import org.planlock.syntax.PlanFormatter;
import org.planlock.syntax.groovy.Token.Kind;

/**
 * Lays out the Groovy notation: two blanks for each block, and for what goes on from the line
 * before it at least as much; one blank after commas and colons, none within brackets; columns that
 * somebody aligned stay.
 */
public final class GroovyPlanFormatter implements PlanFormatter {
  private static final int STEP = 2;

  @Override
  public String format(SourceFile sound) {
    var cut = Tokens.cut(sound, new Findings());
    var byLine = new HashMap<Integer, List<Token>>();
    var all = new ArrayList<Token>();
    cut.tokens().stream()
        .filter(token -> token.kind() != Kind.LINE && token.kind() != Kind.END)
        .forEach(all::add);
    cut.comments().forEach(place -> all.add(new Token(Kind.COMMENT, place.text(), place)));
    all.sort(Comparator.comparingInt(token -> token.span().start()));
    all.forEach(
        token -> byLine.computeIfAbsent(token.span().line(), line -> new ArrayList<>()).add(token));
    return new Lines(sound, byLine).laidOut();
  }

  /** The lines of one text, from the first to the last. */
  private static final class Lines {
    private final SourceFile source;
    private final Map<Integer, List<Token>> byLine;
    private final Deque<Token> open = new ArrayDeque<>();
    private final LaidOutText text = new LaidOutText();
    private @Nullable Token before;
    private int statementWritten;
    private int statementIndent;

    Lines(SourceFile source, Map<Integer, List<Token>> byLine) {
      this.source = source;
      this.byLine = byLine;
    }

    String laidOut() {
      var lines = source.lines();
      int insideUntil = 0;
      for (int number = 1; number <= lines.size(); number++) {
        var tokens = byLine.getOrDefault(number, List.of());
        if (number <= insideUntil) {
          // a comment goes on here, and what may follow its end stays as it is
          text.verbatim(lines.get(number - 1));
        } else {
          text.line(indent(tokens, lines.get(number - 1)), content(tokens));
        }
        follow(tokens);
        if (!tokens.isEmpty()) {
          var last = tokens.get(tokens.size() - 1).span();
          insideUntil =
              Math.max(insideUntil, source.lineOf(Math.max(last.start(), last.end() - 1)));
        }
      }
      return text.toString();
    }

    private int indent(List<Token> tokens, String line) {
      if (tokens.isEmpty()) {
        return 0;
      }
      int closing = 0;
      while (closing < tokens.size() && isClosing(tokens.get(closing))) {
        closing++;
      }
      int depth = (int) open.stream().skip(closing).filter(sign -> sign.is("{")).count();
      boolean isBlock = open.isEmpty() || open.getFirst().is("{");
      boolean goesOn = before != null && (before.is(",") || before.is(":"));
      int written = LaidOutText.indentOf(line);
      if (isBlock && !goesOn) {
        statementWritten = written;
        statementIndent = depth * STEP;
        return statementIndent;
      }
      int deeper = Math.max(0, written - statementWritten);
      return statementIndent + (deeper == 0 && closing == 0 ? 2 * STEP : deeper);
    }

    private String between(Span left, Span right) {
      int from = left.end();
      int to = right.start();
      return source.slice(from, to);
    }

    private void follow(List<Token> tokens) {
      for (var token : tokens) {
        if (token.kind() == Kind.COMMENT) {
          continue;
        }
        if (isOpening(token)) {
          open.push(token);
        } else if (isClosing(token) && !open.isEmpty()) {
          open.pop();
        }
        before = token;
      }
    }

    private String content(List<Token> tokens) {
      var content = new StringBuilder();
      for (int i = 0; i < tokens.size(); i++) {
        var token = tokens.get(i);
        if (i > 0) {
          var previous = tokens.get(i - 1);
          content.append(gap(previous, token, between(previous.span(), token.span())));
        }
        content.append(token.span().text());
      }
      return content.toString();
    }
  }

  private static String gap(Token before, Token token, String written) {
    boolean isTight =
        token.is(",") || token.is(";") || token.is(":") || token.is(")") || token.is("]");
    if ((isTight && before.kind() != Kind.COMMENT)
        || before.is("(")
        || before.is("[")
        || before.is("-")) {
      return token.kind() == Kind.COMMENT ? " " : "";
    }
    boolean isApart =
        before.is(",")
            || before.is(":")
            || before.is(";")
            || token.is("{")
            || token.is("}")
            || before.is("{")
            || before.is("}")
            || token.kind() == Kind.COMMENT;
    return isApart && written.isEmpty() ? " " : written.replace("\t", "  ");
  }

  private static boolean isOpening(Token token) {
    return token.is("(") || token.is("[") || token.is("{");
  }

  private static boolean isClosing(Token token) {
    return token.is(")") || token.is("]") || token.is("}");
  }
}
