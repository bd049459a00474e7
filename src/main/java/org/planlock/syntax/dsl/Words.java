package org.planlock.syntax.dsl;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;
import org.planlock.syntax.DecimalComma;
import org.planlock.syntax.Findings;
import org.planlock.syntax.ForbiddenCharacters;
import org.planlock.syntax.dsl.grammar.PlanLexer;

/**
 * The words of a text, checked before any parser sees them: characters, quotes, brackets, depth and
 * number.
 */
final class Words {
  /** More than this in one plan is no text that people read. */
  static final int MOST = 100_000;

  private static final int DEEPEST = 64;
  private static final Map<Integer, Integer> CLOSING =
      Map.of(
          PlanLexer.LEFT_BRACE, PlanLexer.RIGHT_BRACE,
          PlanLexer.LEFT_ROUND, PlanLexer.RIGHT_ROUND,
          PlanLexer.LEFT_SQUARE, PlanLexer.RIGHT_SQUARE);

  private final BiFunction<Integer, Integer, Span> places;
  private final Findings findings;
  private final CommonTokenStream stream;

  /**
   * Cuts a text into words.
   *
   * @param places where the code points from one offset to another stand
   */
  Words(String text, BiFunction<Integer, Integer, Span> places, Findings findings) {
    this.places = places;
    this.findings = findings;
    var lexer = new PlanLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    this.stream = new CommonTokenStream(lexer);
    stream.fill();
  }

  /** All words, comments among them, the end of the text last. */
  List<Token> all() {
    return stream.getTokens();
  }

  /** What a parser reads. */
  CommonTokenStream stream() {
    return stream;
  }

  /** Where a word stands. */
  Span place(Token token) {
    return token.getType() == Token.EOF
        ? places.apply(token.getStartIndex(), token.getStartIndex())
        : places.apply(token.getStartIndex(), token.getStopIndex() + 1);
  }

  /** Reports what no parser could repair. */
  void check(int most) {
    if (all().size() > most) {
      findings.add(tooDeep().orElseGet(() -> tooLarge(most)));
      return;
    }
    all().forEach(this::checkWord);
    brackets();
  }

  private Diagnostic tooLarge(int most) {
    return Diagnostic.at(
            place(all().get(most)),
            Rule.TOO_LARGE,
            "there are more than " + most + " words up to here")
        .note("a plan is a text that people read");
  }

  /** Brackets in brackets without end explain a large text better than its size does. */
  private Optional<Diagnostic> tooDeep() {
    int depth = 0;
    for (Token token : all()) {
      depth +=
          CLOSING.containsKey(token.getType())
              ? 1
              : CLOSING.containsValue(token.getType()) ? -1 : 0;
      if (depth > DEEPEST) {
        return Optional.of(tooDeep(token));
      }
    }
    return Optional.empty();
  }

  private Diagnostic tooDeep(Token token) {
    return Diagnostic.at(
            place(token), Rule.TOO_DEEP, "this is nested deeper than " + DEEPEST + " levels")
        .note("no plan needs that; a bracket is probably repeated by mistake");
  }

  private void checkWord(Token token) {
    switch (token.getType()) {
      case PlanLexer.STRAY ->
          findings.add(
              ForbiddenCharacters.outOfPlace(token.getText().codePointAt(0), place(token)));
      case PlanLexer.UNFINISHED_STRING ->
          findings.add(
              Diagnostic.at(
                      place(token),
                      Rule.UNFINISHED_TEXT,
                      "the quote that is opened here is never closed")
                  .note("a text in quotes ends on the line where it begins")
                  .help("add the closing `\"`; write `\\n` for a line break"));
      case PlanLexer.STRING -> checkText(token);
      case PlanLexer.POINT_FIRST ->
          findings.add(
              Diagnostic.at(
                      place(token),
                      Rule.UNEXPECTED_TOKEN,
                      "`" + token.getText() + "` begins with a point")
                  .help("write `0" + token.getText() + "`"));
      default -> {}
    }
  }

  /**
   * Reports numbers whose decimals begin with 0 behind a comma without a blank: a list would take
   * them for two. An expression has no lists, and its parser says more.
   */
  void decimalCommas() {
    var words = all();
    for (int i = 2; i < words.size(); i++) {
      var whole = words.get(i - 2);
      var decimals = words.get(i);
      if (decimals.getType() == PlanLexer.NUMBER
          && decimals.getText().matches("0[0-9]+")
          && words.get(i - 1).getType() == PlanLexer.COMMA
          && whole.getType() == PlanLexer.NUMBER
          && whole.getText().matches("0|[1-9][0-9]*")
          && whole.getStopIndex() + 2 == decimals.getStartIndex()) {
        findings.add(
            DecimalComma.finding(places.apply(whole.getStartIndex(), decimals.getStopIndex() + 1)));
      }
    }
  }

  private void checkText(Token token) {
    var text = Quotes.inside(token.getText());
    if (text.isEmpty()) {
      findings.add(
          Diagnostic.at(place(token), Rule.UNEXPECTED_TOKEN, "an escape in this text is unknown")
              .help("known are `\\\"`, `\\\\`, `\\n`, `\\t` and `\\u` with four hex digits"));
    }
    text.flatMap(inside -> ForbiddenCharacters.first(inside, place(token)))
        .ifPresent(findings::add);
  }

  private void brackets() {
    var open = new ArrayDeque<Token>();
    for (Token token : all()) {
      if (CLOSING.containsKey(token.getType())) {
        open.push(token);
        if (open.size() > DEEPEST) {
          findings.add(tooDeep(token));
          return;
        }
      } else if (CLOSING.containsValue(token.getType()) && !closes(token, open)) {
        return;
      }
    }
    if (!open.isEmpty()) {
      findings.add(unclosed(open.peek()));
    }
  }

  private boolean closes(Token token, ArrayDeque<Token> open) {
    var opener = Optional.ofNullable(open.poll());
    if (opener.isEmpty()) {
      findings.add(
          Diagnostic.at(
                  place(token),
                  Rule.UNEXPECTED_TOKEN,
                  "this `" + token.getText() + "` closes nothing")
              .help("delete it, or open the bracket before it"));
      return false;
    }
    boolean fits = CLOSING.getOrDefault(opener.get().getType(), 0) == token.getType();
    if (!fits) {
      findings.add(unclosed(opener.get()).labelled(place(token), "another bracket is closed here"));
    }
    return fits;
  }

  private Diagnostic unclosed(Token opener) {
    String closing = Map.of("{", "}", "(", ")", "[", "]").getOrDefault(opener.getText(), "");
    return Diagnostic.at(
            place(opener), Rule.UNFINISHED_TEXT, "this `" + opener.getText() + "` is never closed")
        .help("add `" + closing + "` where it ends");
  }
}
