package org.planlock.plan.binding;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.value.Decimal;
import org.planlock.syntax.PlanNode;

/** Reads numbers strictly: one spelling, finite, every digit kept. */
final class NumberBinder {
  private static final Map<String, String> FRACTIONS = Map.of("½", "0.5", "¼", "0.25", "¾", "0.75");

  private final Findings findings;

  NumberBinder(Findings findings) {
    this.findings = findings;
  }

  Optional<Decimal> decimal(PlanNode.Scalar scalar, Limits limits) {
    var text = scalar.text().strip();
    var number = Decimal.spelled(text);
    if (number.isEmpty()) {
      return findings.add(notANumber(scalar, text));
    }
    if (!number.get().isFinite()) {
      return findings.add(
          Diagnostic.at(
              scalar.span(),
              Rule.NOT_A_NUMBER,
              "`" + text + "` is too large: a number must be finite"));
    }
    if (!number.get().isExact()) {
      return findings.add(tooManyDigits(scalar, text, number.get()));
    }
    return limits.allows(number.get().toDouble())
        ? number
        : findings.add(outOfRange(scalar, text, number.get(), limits));
  }

  Optional<Long> whole(PlanNode.Scalar scalar, Limits limits, long largest) {
    var number = decimal(scalar, limits);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    var value = number.get().value();
    if (value.scale() > 0 || value.abs().compareTo(BigDecimal.valueOf(largest)) > 0) {
      var text = scalar.text().strip();
      return findings.add(
          Diagnostic.at(
                  scalar.span(),
                  Rule.NOT_A_NUMBER,
                  "`" + text + "` is not a whole number that can stand here")
              .help("write a whole number of " + limits.wordsUpTo(largest)));
    }
    return Optional.of(value.longValue());
  }

  private static Diagnostic notANumber(PlanNode.Scalar scalar, String text) {
    var found = Diagnostic.at(scalar.span(), Rule.NOT_A_NUMBER, "`" + text + "` is not a number");
    var plain =
        text.replace(',', '.')
            .replace("_", "")
            .replaceAll("^(-?)\\.", "$10.")
            .replaceAll("^(-?)0+(?=\\d)", "$1");
    if (FRACTIONS.containsKey(text)) {
      return found.help("write `" + FRACTIONS.get(text) + "`");
    }
    if (text.matches("\\d+(\\.\\d+)? ?%")) {
      var share = new Decimal(new BigDecimal(text.replace("%", "").strip()).movePointLeft(2));
      return found.note("this field has no unit").help("write `" + share.text() + "`");
    }
    if (text.toLowerCase(Locale.ROOT).matches("[-+]?\\.?(nan|inf|infinity)")) {
      return found.note("a number must be finite");
    }
    if (text.matches("-?0\\d+")) {
      found = found.note("a 0 in front makes it a number in eights to some programs");
    }
    return Decimal.spelled(plain).isPresent()
        ? found.help("write `" + plain + "`")
        : found.help("write a number such as `0.05`");
  }

  private static Diagnostic tooManyDigits(PlanNode.Scalar scalar, String text, Decimal number) {
    var found =
        Diagnostic.at(
            scalar.span(), Rule.TOO_MANY_DIGITS, "`" + text + "` has more digits than can be kept");
    return number.value().scale() <= 0
        ? found.help("use at most 2^53-1 = 9007199254740991")
        : found.help("write `" + Decimal.of(number.toDouble()).text() + "`");
  }

  private static Diagnostic outOfRange(
      PlanNode.Scalar scalar, String text, Decimal number, Limits limits) {
    var found =
        Diagnostic.at(
            scalar.span(),
            Rule.OUT_OF_RANGE,
            "`" + text + "` is outside its range: " + limits.words());
    boolean percentMeant = limits.allows(number.toDouble() / 100) && number.toDouble() > 1;
    return percentMeant
        ? found.help(
            "if percent is meant, write `"
                + new Decimal(number.value().movePointLeft(2)).text()
                + "`")
        : found.help("write a number that is " + limits.words());
  }
}
