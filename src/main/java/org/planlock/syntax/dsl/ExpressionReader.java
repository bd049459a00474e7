package org.planlock.syntax.dsl;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.syntax.ExpressionNode;
import org.planlock.syntax.Findings;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.dsl.grammar.PlanLexer;
import org.planlock.syntax.dsl.grammar.PlanParser;

/** Reads the expression in a scalar of any notation; names and units in it are not looked up. */
public final class ExpressionReader {
  private static final int MOST_WORDS = 2_000;
  private static final Pattern FINITE = Pattern.compile("[0-9.]{1,400}([eE][+-]?[0-9]{1,4})?");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");

  private ExpressionReader() {}

  /** What the text of the scalar says, or what is wrong with it, at its place inside the scalar. */
  public static Checked<ExpressionNode> read(PlanNode.Scalar scalar) {
    var findings = new Findings();
    var words = new Words(scalar.text(), scalar::spanOf, findings);
    words.check(MOST_WORDS);
    numbers(words, findings);
    if (!findings.isSound()) {
      return Checked.failed(findings.inOrder());
    }
    var parser = new PlanParser(words.stream());
    parser.removeErrorListeners();
    parser.addErrorListener(new FirstMistake(words, findings));
    var whole = parser.wholeExpression();
    if (!findings.isSound()) {
      return Checked.failed(findings.inOrder());
    }
    return Checked.of(new ExpressionBuilder(scalar).build(whole.expression()));
  }

  /** Exact decimals with endless exponents would take endless time. */
  private static void numbers(Words words, Findings findings) {
    List<Token> all = words.all();
    for (int i = 0; i < all.size(); i++) {
      Token token = all.get(i);
      String text = token.getText();
      if (token.getType() == PlanLexer.NUMBER && !FINITE.matcher(text).matches()) {
        findings.add(
            Diagnostic.at(
                    words.place(token),
                    Rule.MALFORMED_EXPRESSION,
                    "this number is out of all bounds")
                .help("a number must be finite, and have no more digits than are known"));
      }
      boolean count = i > 0 && all.get(i - 1).getType() == PlanLexer.AT_LEAST;
      if (count && !COUNT.matcher(text).matches()) {
        findings.add(
            Diagnostic.at(
                    words.place(token),
                    Rule.MALFORMED_EXPRESSION,
                    "`" + text + "` is no count of conditions")
                .help("write it as `at_least 2 of (a > 1, b > 2, c > 3)`"));
      }
    }
  }

  /** Keeps the first mistake: after it, a parser guesses. */
  private static final class FirstMistake extends BaseErrorListener {
    private static final Set<Integer> COMPARING =
        Set.of(
            PlanLexer.LESS,
            PlanLexer.LESS_EQUAL,
            PlanLexer.GREATER,
            PlanLexer.GREATER_EQUAL,
            PlanLexer.EQUAL);

    private final Words words;
    private final Findings findings;

    FirstMistake(Words words, Findings findings) {
      this.words = words;
      this.findings = findings;
    }

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        @Nullable Object symbol,
        int line,
        int column,
        String message,
        @Nullable RecognitionException cause) {
      if (findings.isSound() && symbol instanceof Token token) {
        findings.add(explain(token));
      }
    }

    private Diagnostic explain(Token token) {
      List<Token> all = words.all();
      int at = token.getTokenIndex();
      if (isDecimalComma(all, at)) {
        String whole = all.get(at - 1).getText();
        return at(token, "`" + whole + "," + all.get(at + 1).getText() + "` has a decimal comma")
            .help("write `" + whole + "." + all.get(at + 1).getText() + "`");
      }
      if (token.getType() == Token.EOF) {
        return at == 0
            ? at(token, "the expression is empty")
            : at(token, "the expression ends too early, after `" + all.get(at - 1).getText() + "`");
      }
      return at(token, "`" + token.getText() + "` is not expected here").help(hint(all, at));
    }

    private static boolean isDecimalComma(List<Token> all, int at) {
      return all.get(at).getType() == PlanLexer.COMMA
          && at > 0
          && at + 1 < all.size()
          && all.get(at - 1).getType() == PlanLexer.NUMBER
          && all.get(at + 1).getType() == PlanLexer.NUMBER;
    }

    private static String hint(List<Token> all, int at) {
      if (COMPARING.contains(all.get(at).getType())) {
        return "a comparison has one value on each side; two are joined as in `a < b and b < c`";
      }
      boolean afterName =
          at > 0
              && all.get(at - 1).getType() == PlanLexer.NAME
              && all.get(at).getType() == PlanLexer.NAME;
      return afterName
          ? "two names need an operator or a comma between them"
          : "an expression looks like `age >= 18 years and not missing(score at ses-pre)`";
    }

    private Diagnostic at(Token token, String message) {
      return Diagnostic.at(words.place(token), Rule.MALFORMED_EXPRESSION, message);
    }
  }
}
