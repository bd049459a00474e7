package org.planlock.syntax.groovy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.Findings;
import org.planlock.syntax.ForbiddenCharacters;
import org.planlock.syntax.groovy.Token.Kind;

/** Cuts a text into tokens, as Groovy does; brackets are known to fit and not to be too deep. */
final class Tokens {
  /** More than this in one plan is no text that people read. */
  private static final int MOST = 100_000;

  private static final int DEEPEST = 64;
  private static final String CLOSING = ")]}";
  private static final String OPENING = "([{";
  private static final String OPERATORS = "=<>!&|*+-?.~^%/@";

  private final SourceFile source;
  private final Findings findings;
  private final int[] points;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Span> comments = new ArrayList<>();
  private final Deque<Token> open = new ArrayDeque<>();
  private int at;

  /** Whether what is not closed on its line is read as if it were. */
  private boolean isUnfinished;

  /** Whether nothing that follows can be told apart. */
  private boolean isBroken;

  private Tokens(SourceFile source, Findings findings) {
    this.source = source;
    this.findings = findings;
    this.points = source.text().codePoints().toArray();
  }

  /** Cuts a text; findings tell what is wrong with it. */
  static Tokens cut(SourceFile source, Findings findings) {
    var cut = new Tokens(source, findings);
    cut.cut();
    return cut;
  }

  /** Cuts a text that is being typed: a quote that is not closed ends with its line. */
  static Tokens cutUnfinished(SourceFile source, Findings findings) {
    var cut = new Tokens(source, findings);
    cut.isUnfinished = true;
    cut.cut();
    return cut;
  }

  /** All but comments; the end of the text is the last. */
  List<Token> tokens() {
    return tokens;
  }

  /** Where comments stand. */
  List<Span> comments() {
    return comments;
  }

  private void cut() {
    while (at < points.length && !isBroken && !findings.isFull()) {
      int point = points[at];
      if (point == ' ' || point == '\t') {
        at++;
      } else if (point == '\n') {
        line();
      } else if (point == '/' && (next() == '/' || next() == '*')) {
        comment();
      } else if (point == '\'' || point == '"') {
        text();
      } else if (isLetter(point)) {
        name();
      } else if (isDigit(point) || isPointFirst()) {
        number();
      } else {
        sign();
      }
      if (tokens.size() > MOST) {
        breakOff(tooMany());
      }
    }
    if (!isBroken && !open.isEmpty()) {
      findings.add(unclosed(open.peek()));
    }
    at = points.length;
    tokens.add(new Token(Kind.END, "", since(at)));
  }

  private Diagnostic tooMany() {
    return Diagnostic.at(
            since(at), Rule.TOO_LARGE, "there are more than " + MOST + " words up to here")
        .note("a plan is a text that people read");
  }

  /** Within round and square brackets the end of a line means nothing. */
  private void line() {
    at++;
    if (open.isEmpty() || open.peek().is("{")) {
      tokens.add(new Token(Kind.LINE, "\n", since(at - 1)));
    }
  }

  private void comment() {
    int start = at;
    boolean long_ = next() == '*';
    at += 2;
    while (at < points.length
        && !(long_ ? points[at] == '*' && next() == '/' : points[at] == '\n')) {
      at++;
    }
    if (long_ && at >= points.length) {
      breakOff(
          Diagnostic.at(
                  new Span(source, start, start + 2),
                  Rule.UNFINISHED_TEXT,
                  "the comment that is opened here is never closed")
              .help("add `*/` where it ends"));
      return;
    }
    at += long_ ? 2 : 0;
    comments.add(since(start));
  }

  private void text() {
    int start = at;
    int quote = points[at];
    if (isThree(at, quote)) {
      threeQuotes(quote);
      return;
    }
    at++;
    var said = new StringBuilder();
    while (at < points.length && points[at] != quote && points[at] != '\n' && !findings.isFull()) {
      if (points[at] == '$' && quote == '"') {
        findings.add(Code.sign("$", new Span(source, at, at + 1)));
        at++;
      } else if (points[at] == '\\') {
        escape(said);
      } else {
        said.appendCodePoint(points[at]);
        at++;
      }
    }
    if (at >= points.length || points[at] == '\n') {
      var finding = unclosedQuote(new Span(source, start, start + 1));
      if (isUnfinished) {
        findings.add(finding);
        tokens.add(new Token(Kind.TEXT, said.toString(), since(start)));
      } else {
        breakOff(finding);
      }
      return;
    }
    at++;
    ForbiddenCharacters.first(said.toString(), since(start)).ifPresent(findings::add);
    tokens.add(new Token(Kind.TEXT, said.toString(), since(start)));
  }

  private boolean isThree(int from, int quote) {
    return from + 2 < points.length
        && points[from] == quote
        && points[from + 1] == quote
        && points[from + 2] == quote;
  }

  /** Texts over several lines: they are passed over as a whole. */
  private void threeQuotes(int quote) {
    var opening = new Span(source, at, at + 3);
    at += 3;
    while (at < points.length && !isThree(at, quote)) {
      at += points[at] == '\\' ? 2 : 1;
    }
    if (at >= points.length) {
      breakOff(unclosedQuote(opening));
      return;
    }
    at += 3;
    findings.add(
        Diagnostic.at(
                opening, Rule.UNEXPECTED_TOKEN, "texts in three quotes are not part of a plan")
            .help("write the text on one line, with `\\n` where a new one begins"));
    tokens.add(new Token(Kind.TEXT, "", opening));
  }

  private static Diagnostic unclosedQuote(Span opening) {
    return Diagnostic.at(
            opening,
            Rule.UNFINISHED_TEXT,
            "the quote that is opened here is not closed on its line")
        .help("add the closing quote");
  }

  private void escape(StringBuilder said) {
    int start = at;
    int sign = next();
    at += 2;
    switch (sign) {
      case '\\', '\'', '"', '$' -> said.appendCodePoint(sign);
      case 'n' -> said.append('\n');
      case 't' -> said.append('\t');
      case 'u' -> unicode(start, said);
      default -> findings.add(unknownEscape(start, Math.min(at, points.length)));
    }
  }

  private void unicode(int start, StringBuilder said) {
    int value = 0;
    for (int end = at + 4; at < end; at++) {
      int digit = at < points.length ? Character.digit(points[at], 16) : -1;
      if (digit < 0 || points[at] > 127) {
        findings.add(unknownEscape(start, Math.min(at, points.length)));
        return;
      }
      value = value * 16 + digit;
    }
    said.append((char) value);
  }

  private Diagnostic unknownEscape(int start, int end) {
    return Diagnostic.at(
            new Span(source, start, end), Rule.UNEXPECTED_TOKEN, "this escape is unknown")
        .help(
            "write `\\\\` for a backslash; `\\n`, `\\t`, `\\'`, `\\\"`, `\\$` and `\\u00e9` are known");
  }

  private void name() {
    int start = at;
    while (at < points.length && (isLetter(points[at]) || isDigit(points[at]))) {
      at++;
    }
    tokens.add(token(Kind.NAME, start));
  }

  private void number() {
    int start = at;
    while (at < points.length
        && (isLetter(points[at])
            || isDigit(points[at])
            || (points[at] == '.' && next() != '.' && !isLetter(next()))
            || ("+-".indexOf(points[at]) >= 0 && isExponent(start)))) {
      at++;
    }
    var number = token(Kind.NUMBER, start);
    Numerals.wrong(number, tokens).ifPresent(findings::add);
    tokens.add(number);
  }

  /** A point before a digit that is no property of what stands before it. */
  private boolean isPointFirst() {
    return points[at] == '.'
        && isDigit(next())
        && (at == 0 || " \t\n,:([{+-".indexOf(points[at - 1]) >= 0);
  }

  private boolean isExponent(int start) {
    return (points[at - 1] == 'e' || points[at - 1] == 'E') && at - 1 > start && isDigit(next());
  }

  private void sign() {
    int start = at;
    int point = points[at];
    at++;
    if (point > 126) {
      findings.add(
          ForbiddenCharacters.outOfPlace(
              point, since(start), "texts with such characters stand in quotes"));
      return;
    }
    if (point == ':' && at < points.length && points[at] == ':') {
      at++;
    }
    while (OPERATORS.indexOf(point) >= 0
        && at < points.length
        && OPERATORS.indexOf(points[at]) >= 0) {
      at++;
    }
    var sign = token(Kind.SIGN, start);
    if (OPENING.indexOf(point) >= 0) {
      open(sign);
    } else if (CLOSING.indexOf(point) >= 0) {
      close(sign);
    }
    tokens.add(sign);
  }

  private void breakOff(Diagnostic finding) {
    findings.add(finding);
    isBroken = true;
  }

  private void open(Token sign) {
    open.push(sign);
    if (open.size() > DEEPEST) {
      breakOff(
          Diagnostic.at(
                  sign.span(), Rule.TOO_DEEP, "this is nested deeper than " + DEEPEST + " levels")
              .note("no plan needs that; a bracket is probably repeated by mistake"));
    }
  }

  private void close(Token sign) {
    int kind = CLOSING.indexOf(sign.text());
    if (open.isEmpty()) {
      breakOff(
          Diagnostic.at(
                  sign.span(),
                  Rule.UNEXPECTED_TOKEN,
                  "this `" + sign.text() + "` closes nothing that was opened")
              .help("delete it"));
    } else if (OPENING.indexOf(open.peek().text()) == kind) {
      open.pop();
    } else {
      breakOff(unclosed(open.peek()).labelled(sign.span(), "read on up to here"));
    }
  }

  private static Diagnostic unclosed(Token sign) {
    var needed = CLOSING.substring(OPENING.indexOf(sign.text())).substring(0, 1);
    return Diagnostic.at(
            sign.span(), Rule.UNFINISHED_TEXT, "this `" + sign.text() + "` is never closed")
        .help("add `" + needed + "` where it ends");
  }

  private Token token(Kind kind, int start) {
    return new Token(kind, source.slice(start, at), since(start));
  }

  private Span since(int start) {
    return new Span(source, start, at);
  }

  private int next() {
    return at + 1 < points.length ? points[at + 1] : -1;
  }

  static boolean isLetter(int point) {
    return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || point == '_';
  }

  static boolean isDigit(int point) {
    return point >= '0' && point <= '9';
  }
}
