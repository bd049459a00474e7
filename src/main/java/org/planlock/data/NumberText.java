package org.planlock.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads numbers as tables write them: digits, one decimal mark, an exponent; nothing else. */
final class NumberText {
  private static final Set<String> MISSING_WORDS =
      Set.of("", ".", "-", "--", "na", "n/a", "#n/a", "null", "none", "missing", "?", "nd");
  private static final Set<String> NOT_FINITE =
      Set.of(
          "nan", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity", "#num!", "#div/0!");
  private static final List<Double> MISSING_NUMBERS = List.of(-999.0, -9999.0, -99999.0);

  private final char decimal;

  NumberText(char decimal) {
    this.decimal = decimal;
  }

  /** The number, NaN if it is none, infinite if it is too large. */
  double read(String text) {
    return isNumber(text, decimal)
        ? Double.parseDouble(decimal == ',' ? text.replace(',', '.') : text)
        : Double.NaN;
  }

  /** What is wrong with a text that is no number. */
  CellFault faultOf(String text) {
    var word = text.strip().toLowerCase(Locale.ROOT);
    if (MISSING_WORDS.contains(word)) {
      return CellFault.UNDECLARED_MISSING;
    }
    if (NOT_FINITE.contains(word)) {
      return CellFault.NOT_FINITE;
    }
    boolean otherMark = isNumber(word, decimal == '.' ? ',' : '.');
    return otherMark ? CellFault.DECIMAL_MARK : CellFault.NOT_A_NUMBER;
  }

  /** Whether people use the number to say that there is none. */
  static boolean looksMissing(double value, Optional<Range> range) {
    return MISSING_NUMBERS.contains(value) && range.filter(r -> r.holds(value)).isEmpty();
  }

  private static boolean isNumber(String text, char mark) {
    int at = sign(text, 0);
    int whole = digits(text, at);
    int end = whole;
    int fraction = whole;
    if (end < text.length() && text.charAt(end) == mark) {
      fraction = end + 1;
      end = digits(text, fraction);
    }
    boolean anyDigit = whole > at || end > fraction;
    if (anyDigit && end < text.length() && (text.charAt(end) | 0x20) == 'e') {
      int exponent = sign(text, end + 1);
      end = digits(text, exponent);
      anyDigit = end > exponent;
    }
    return anyDigit && end == text.length();
  }

  private static int sign(String text, int at) {
    boolean signed = at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+');
    return signed ? at + 1 : at;
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
