package org.planlock.plan.fit;

import java.util.Locale;
import java.util.Optional;
import org.planlock.plan.value.Between;
import org.planlock.plan.value.Form;
import org.planlock.plan.value.Phrase;

/** How rows are divided into folds. */
@Form("`leave_one_out`, `k_fold 10`, `given` a column, or `none`")
public record Scheme(Kind kind, @Between(low = 2, high = 999_999) int folds, String column)
    implements Phrase {
  /** A way to divide. */
  public enum Kind {
    LEAVE_ONE_OUT,
    K_FOLD,
    GIVEN,
    NONE
  }

  /**
   * Reads {@code leave_one_out}, {@code k_fold 10} (two folds at least), {@code given fold_id} and
   * {@code none}.
   */
  public static Optional<Scheme> parse(String text) {
    if (text.equals("leave_one_out") || text.equals("none")) {
      return Optional.of(new Scheme(Kind.valueOf(text.toUpperCase(Locale.ROOT)), 0, ""));
    }
    if (text.matches("k_fold (?:[2-9]|[1-9]\\d{1,5})")) {
      return Optional.of(new Scheme(Kind.K_FOLD, Integer.parseInt(text.substring(7)), ""));
    }
    return text.matches("given \\S+")
        ? Optional.of(new Scheme(Kind.GIVEN, 0, text.substring(6)))
        : Optional.empty();
  }

  @Override
  public String text() {
    var word = kind.name().toLowerCase(Locale.ROOT);
    return kind == Kind.K_FOLD
        ? word + " " + folds
        : kind == Kind.GIVEN ? word + " " + column : word;
  }
}
