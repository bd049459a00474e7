package org.planlock.syntax.groovy;

import java.util.Optional;
import java.util.regex.Pattern;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** Numbers that say the same in Groovy as to people. */
final class Numerals {
  private static final Pattern PLAIN =
      Pattern.compile("(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

  private Numerals() {}

  /** Whether a text may stand without quotes. */
  static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches();
  }

  /** What is wrong with a number, if anything is. */
  static Optional<Diagnostic> wrong(Token number) {
    if (isPlain(number.text())) {
      return Optional.empty();
    }
    var found =
        Diagnostic.at(
            number.span(),
            Rule.UNEXPECTED_TOKEN,
            "`" + number.text() + "` is not a number as plans write it");
    return Optional.of(
        number.text().matches("0[0-9_]+")
            ? found
                .note("Groovy counts in eights where a number begins with 0")
                .help("leave the 0 out, or put the text in quotes")
            : found.help("write `0.05`, `12` or `1e-9`; put anything else in quotes"));
  }
}
