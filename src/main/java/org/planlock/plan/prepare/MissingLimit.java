package org.planlock.plan.prepare;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.planlock.plan.value.Decimal;
import org.planlock.plan.value.Form;
import org.planlock.plan.value.Phrase;
import org.planlock.plan.value.Scope;

/** How much of a column or of a participant may be missing. */
@Form("a percentage and what it is of, such as `20 % per column of analysis_set`")
public record MissingLimit(Decimal percent, String per, Scope of) implements Phrase {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\S+) ?% per (column|participant) of (enrolled|analysis_set|training_fold)");

  /** Reads {@code 20 % per column of analysis_set}. */
  public static Optional<MissingLimit> parse(String text) {
    var match = FORM.matcher(text);
    return match.matches()
        ? Decimal.parse(match.group(1))
            .map(
                number ->
                    new MissingLimit(
                        number,
                        match.group(2),
                        Scope.valueOf(match.group(3).toUpperCase(Locale.ROOT))))
        : Optional.empty();
  }

  @Override
  public String text() {
    return percent.text() + " % per " + per + " of " + of.word();
  }
}
