package org.planlock.plan.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A number of participants in a scope, one at least. */
@Form("a count and a scope, such as `21 enrolled`")
public record Headcount(@Between(low = 1) int count, Scope of) implements Phrase {
  private static final Pattern FORM =
      Pattern.compile("(0*[1-9]\\d{0,8}) (enrolled|analysis_set|training_fold)");

  /** Reads {@code 21 enrolled}. */
  public static Optional<Headcount> parse(String text) {
    var match = FORM.matcher(text);
    return match.matches()
        ? Optional.of(
            new Headcount(
                Integer.parseInt(match.group(1)),
                Scope.valueOf(match.group(2).toUpperCase(Locale.ROOT))))
        : Optional.empty();
  }

  @Override
  public String text() {
    return count + " " + of.word();
  }
}
