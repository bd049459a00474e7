package org.planlock.syntax;

import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** A number with a comma in it, which would be read as two values. */
public final class DecimalComma {
  private DecimalComma() {}

  /** The finding for such a number, from its first digit to its last. */
  public static Diagnostic finding(Span number) {
    return Diagnostic.at(
            number, Rule.UNEXPECTED_TOKEN, "`" + number.text() + "` has a decimal comma")
        .note("a comma stands between two values; the decimal mark of a plan is the point")
        .help("write `" + number.text().replace(',', '.') + "`");
  }
}
