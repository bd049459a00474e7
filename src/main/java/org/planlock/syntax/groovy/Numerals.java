package org.planlock.syntax.groovy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;
import org.planlock.syntax.DecimalComma;

/** Numbers that say the same in Groovy as to people. */
final class Numerals {
  private static final Pattern PLAIN =
      Pattern.compile("(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

  private Numerals() {}

  /** Whether a text may stand without quotes. */
  static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches();
  }

  /**
   * What is wrong with a number, if anything is.
   *
   * @param before the tokens before it
   */
  static Optional<Diagnostic> wrong(Token number, List<Token> before) {
    if (isPlain(number.text())) {
      return Optional.empty();
    }
    if (number.text().startsWith(".")) {
      return Optional.of(
          Diagnostic.at(
                  number.span(),
                  Rule.UNEXPECTED_TOKEN,
                  "`" + number.text() + "` begins with a point")
              .help("write `0" + number.text() + "`"));
    }
    if (!number.text().matches("0[0-9_]+")) {
      return Optional.of(
          notANumber(number).help("write `0.05`, `12` or `1e-9`; put anything else in quotes"));
    }
    return Optional.of(
        decimalComma(number, before)
            .orElseGet(
                () ->
                    notANumber(number)
                        .note("Groovy counts in eights where a number begins with 0")
                        .help("leave the 0 out, or put the text in quotes")));
  }

  private static Diagnostic notANumber(Token number) {
    return Diagnostic.at(
        number.span(),
        Rule.UNEXPECTED_TOKEN,
        "`" + number.text() + "` is not a number as plans write it");
  }

  /** Two numbers and a comma without a blank, of which the second begins with 0: one number. */
  private static Optional<Diagnostic> decimalComma(Token decimals, List<Token> before) {
    int last = before.size() - 1;
    if (last < 1 || !before.get(last).is(",")) {
      return Optional.empty();
    }
    var whole = before.get(last - 1);
    return whole.kind() == Token.Kind.NUMBER
            && isPlain(whole.text())
            && whole.span().end() + 1 == decimals.span().start()
        ? Optional.of(
            DecimalComma.finding(
                new Span(whole.span().file(), whole.span().start(), decimals.span().end())))
        : Optional.empty();
  }
}
