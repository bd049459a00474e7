package org.planlock.plan.prepare;

import java.util.Locale;
import java.util.Optional;
import org.planlock.plan.value.Decimal;
import org.planlock.plan.value.Form;
import org.planlock.plan.value.Phrase;

/** With what a missing value is filled. */
@Form("`mean`, `median(mean_of_middle_two)`, `constant 0` or `complete_case`")
public record ImputeBy(Method method, Optional<Decimal> constant) implements Phrase {
  /** The kind of value. */
  public enum Method {
    MEAN,
    MEDIAN,
    CONSTANT,
    COMPLETE_CASE
  }

  /** Reads a method; a bare {@code median} takes the mean of the middle two. */
  public static Optional<ImputeBy> parse(String text) {
    if (text.equals("median") || text.equals("median(mean_of_middle_two)")) {
      return Optional.of(new ImputeBy(Method.MEDIAN, Optional.empty()));
    }
    if (text.equals("mean") || text.equals("complete_case")) {
      return Optional.of(
          new ImputeBy(Method.valueOf(text.toUpperCase(Locale.ROOT)), Optional.empty()));
    }
    return text.startsWith("constant ")
        ? Decimal.parse(text.substring(9).strip())
            .map(number -> new ImputeBy(Method.CONSTANT, Optional.of(number)))
        : Optional.empty();
  }

  @Override
  public String text() {
    return method == Method.MEDIAN
        ? "median(mean_of_middle_two)"
        : method.name().toLowerCase(Locale.ROOT)
            + constant.map(number -> " " + number.text()).orElse("");
  }
}
