package org.planlock.plan.prepare;

import java.util.Optional;
import java.util.regex.Pattern;
import org.planlock.plan.value.Form;
import org.planlock.plan.value.Phrase;

/** The two parents of products: each a column or a set. */
@Form("two parents, such as `imaging x group`")
public record Crossing(String left, String right) implements Phrase {
  private static final Pattern FORM = Pattern.compile("(\\S+) x (\\S+)");

  /** Reads {@code imaging x group}. */
  public static Optional<Crossing> parse(String text) {
    var match = FORM.matcher(text);
    return match.matches()
        ? Optional.of(new Crossing(match.group(1), match.group(2)))
        : Optional.empty();
  }

  @Override
  public String text() {
    return left + " x " + right;
  }
}
