package org.planlock.syntax.groovy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;
import org.planlock.syntax.Findings;
import org.planlock.syntax.groovy.Expression.Argument;
import org.planlock.syntax.groovy.Expression.Call;
import org.planlock.syntax.groovy.Token.Kind;

/**
 * Makes a syntax tree of tokens: statements that are calls of words, with literals, lists, maps and
 * blocks, each exactly where Groovy would take it for that. Everything else is refused; reading
 * goes on at the next statement.
 */
final class ScriptParser {
  /** A statement cannot be read on; what is wrong with it is reported. */
  private static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException() {
      super(null, null, false, false);
    }
  }

  private final List<Token> tokens;
  private final Findings findings;
  private int at;

  ScriptParser(List<Token> tokens, Findings findings) {
    this.tokens = tokens;
    this.findings = findings;
  }

  /** The statements of the whole text. */
  List<Call> script() {
    return statements();
  }

  private List<Call> statements() {
    var calls = new ArrayList<Call>();
    lines();
    while (!here().is("}") && here().kind() != Kind.END && !findings.isFull()) {
      int start = at;
      try {
        calls.add(statement());
        end();
      } catch (UnreadableException reported) {
        skip(start);
      }
      while (here().kind() == Kind.LINE || here().is(";")) {
        at++;
      }
    }
    return calls;
  }

  private Call statement() throws UnreadableException {
    var word = here();
    if (Code.isCode(word)) {
      throw refused(Code.sign(tokens, at));
    }
    if (word.kind() != Kind.NAME) {
      throw refused(
          Diagnostic.at(
                  word.span(), Rule.UNEXPECTED_TOKEN, "a word begins here, not " + named(word))
              .help("a line says `word 'value'`, `word key: 'value'` or `word { … }`"));
    }
    if (Code.KEYWORDS.contains(word.text())) {
      throw refused(Code.keyword(word.text(), word.span()));
    }
    at++;
    var values = new ArrayList<Expression>();
    var named = new ArrayList<Argument>();
    if (here().is("(")) {
      at++;
      arguments(values, named, ")");
    } else if (!here().is("{")) {
      commandBegins(word);
      arguments(values, named, null);
    }
    Optional<List<Call>> block = Optional.empty();
    if (here().is("{")) {
      block = Optional.of(block(word, values.size() + named.size()));
    }
    return new Call(word.text(), word.span(), values, named, block, since(word));
  }

  /** What Groovy would take for something else than the first value. */
  private void commandBegins(Token word) throws UnreadableException {
    if (here().endsStatement() || here().is("}")) {
      throw refused(
          Diagnostic.at(word.span(), Rule.MISSING_VALUE, "nothing follows `" + word.text() + "`")
              .help("write its value, or a block in braces, on the same line"));
    }
    if (here().is("[") || here().is("-")) {
      throw refused(
          Diagnostic.at(
                  here().span(),
                  Rule.UNEXPECTED_TOKEN,
                  here().is("[")
                      ? "Groovy takes `[` after a word for a place in a list"
                      : "Groovy takes `-` after a word for a difference")
              .help("write `" + word.text() + "(" + here().text() + "…)`, in round brackets"));
    }
    if (here().is(":")) {
      throw refused(
          Diagnostic.at(
                  here().span(), Rule.UNEXPECTED_TOKEN, "a statement has no `:` after its word")
              .help("write `" + word.text() + " 'value'`"));
    }
    if (Code.isCode(here())) {
      throw refused(Code.sign(tokens, at));
    }
    if (here().kind() == Kind.NAME && tokens.get(at + 1).is("=")) {
      throw refused(Code.refused(word.span().to(here().span()), "a variable is declared here"));
    }
  }

  private List<Call> block(Token word, int arguments) throws UnreadableException {
    var brace = here();
    boolean afterRound = tokens.get(at - 1).is(")");
    if (arguments > 0 && !afterRound) {
      throw refused(
          Diagnostic.at(
                  brace.span(),
                  Rule.UNEXPECTED_TOKEN,
                  "Groovy takes this block for a part of the value before it")
              .help("write `" + word.text() + "(…) { … }`, with round brackets"));
    }
    at++;
    if (here().kind() == Kind.NAME && isParameter()) {
      throw refused(Code.sign("->", here().span()));
    }
    var inside = statements();
    if (here().kind() == Kind.END) {
      return inside; // in a text that is being typed; in any other the brackets fit
    }
    if (!here().is("}")) {
      throw new UnreadableException();
    }
    at++;
    return inside;
  }

  private boolean isParameter() {
    return tokens.get(at + 1).is("->");
  }

  /** Values and named values up to a closing bracket, or to the end of the line. */
  private void arguments(List<Expression> values, List<Argument> named, @Nullable String closing)
      throws UnreadableException {
    if (closing != null && here().is(closing)) {
      at++;
      return;
    }
    while (true) {
      if (isNamed()) {
        named.add(argument());
      } else {
        values.add(value());
      }
      if (!here().is(",")) {
        break;
      }
      at++;
      lines();
    }
    if (closing != null) {
      expect(closing);
    }
  }

  private boolean isNamed() {
    var key = here().kind();
    return (key == Kind.NAME || key == Kind.TEXT) && tokens.get(at + 1).is(":");
  }

  private Argument argument() throws UnreadableException {
    var key = here();
    at += 2;
    lines();
    return new Argument(key.text(), key.span(), value());
  }

  private Expression value() throws UnreadableException {
    var token = here();
    at++;
    switch (token.kind()) {
      case TEXT -> {
        if (here().is("(") || here().is("{")) {
          throw refused(Code.call(token.text(), token.span().to(here().span())));
        }
        return new Expression.Literal(token.text(), token.span());
      }
      case NUMBER -> {
        return new Expression.Literal(token.text(), token.span());
      }
      case NAME -> {
        return word(token);
      }
      default -> {
        return special(token);
      }
    }
  }

  private Expression word(Token token) throws UnreadableException {
    if (token.text().equals("true") || token.text().equals("false")) {
      return new Expression.Literal(token.text(), token.span());
    }
    if (Code.KEYWORDS.contains(token.text())) {
      throw refused(Code.keyword(token.text(), token.span()));
    }
    if (Code.isCode(here())) {
      throw refused(Code.sign(tokens, at));
    }
    throw refused(
        here().is("(") || here().is("{")
            ? Code.call(token.text(), token.span())
            : Code.variable(token.text(), token.span()));
  }

  private Expression special(Token token) throws UnreadableException {
    if (token.is("[")) {
      return brackets(token);
    }
    if (token.is("-") && here().kind() == Kind.NUMBER) {
      var number = here();
      at++;
      return new Expression.Literal("-" + number.text(), token.span().to(number.span()));
    }
    if (token.is("(")) {
      throw refused(
          Code.refused(token.span(), "`(` begins a cast or a calculation here")
              .help("a formula is a text: put all of it in single quotes"));
    }
    if (token.is("{")) {
      throw refused(
          Code.refused(token.span(), "`{` begins a block here, which is no value")
              .help("write a map in square brackets: `[key: 'value']`"));
    }
    at--;
    if (Code.isCode(token)) {
      throw refused(Code.sign(tokens, at));
    }
    throw refused(
        Diagnostic.at(token.span(), Rule.MISSING_VALUE, "a value is missing before " + named(token))
            .help("write a text in quotes, a number, `true`, `false`, `[…]`"));
  }

  private Expression brackets(Token opening) throws UnreadableException {
    if (here().is(":")) {
      at++;
      expect("]");
      return new Expression.Map(List.of(), since(opening));
    }
    var values = new ArrayList<Expression>();
    var named = new ArrayList<Argument>();
    while (!here().is("]")) {
      if (isNamed()) {
        named.add(argument());
      } else {
        values.add(value());
      }
      if (!here().is(",")) {
        break;
      }
      at++;
    }
    expect("]");
    if (!values.isEmpty() && !named.isEmpty()) {
      throw refused(
          Diagnostic.at(
                  named.get(0).place(),
                  Rule.UNEXPECTED_TOKEN,
                  "a list of values and a map of named values are mixed here")
              .help("write `['a', 'b']` or `[key: 'a']`"));
    }
    return named.isEmpty()
        ? new Expression.Listing(values, since(opening))
        : new Expression.Map(named, since(opening));
  }

  private void expect(String sign) throws UnreadableException {
    if (!here().is(sign)) {
      throw unexpected("`" + sign + "` or `,` is expected");
    }
    at++;
  }

  private void end() throws UnreadableException {
    if (!here().endsStatement() && !here().is("}")) {
      throw unexpected("the statement ends");
    }
  }

  private UnreadableException unexpected(String instead) {
    var token = here();
    if (Code.isCode(token)) {
      return refused(Code.sign(tokens, at));
    }
    if (token.kind() == Kind.NAME && Code.KEYWORDS.contains(token.text())) {
      return refused(
          Code.refused(token.span(), "`" + token.text() + "` is code after a value")
              .help("a formula or a condition is a text: put all of it in single quotes"));
    }
    return refused(
        Diagnostic.at(token.span(), Rule.UNEXPECTED_TOKEN, instead + " here, found " + named(token))
            .help("values are separated by commas; each statement stands on a line of its own"));
  }

  private UnreadableException refused(Diagnostic finding) {
    findings.add(finding);
    return new UnreadableException();
  }

  private static String named(Token token) {
    return switch (token.kind()) {
      case LINE -> "the end of the line";
      case END -> "the end of the text";
      default -> "`" + token.span().text() + "`";
    };
  }

  /** Passes over the rest of a statement, with every block that it opens. */
  private void skip(int start) {
    int depth = 0;
    for (int i = start; i < at; i++) {
      depth += change(tokens.get(i));
    }
    while (here().kind() != Kind.END
        && !(depth <= 0 && (here().endsStatement() || here().is("}")))) {
      depth += change(here());
      at++;
    }
    // a stray sign alone must not be met again
    if (at == start && here().kind() != Kind.END) {
      at++;
    }
  }

  private static int change(Token token) {
    return token.is("(") || token.is("[") || token.is("{")
        ? 1
        : token.is(")") || token.is("]") || token.is("}") ? -1 : 0;
  }

  private void lines() {
    while (here().kind() == Kind.LINE) {
      at++;
    }
  }

  private Token here() {
    return tokens.get(Math.min(at, tokens.size() - 1));
  }

  private Span since(Token first) {
    return first.span().to(tokens.get(at - 1).span());
  }
}
