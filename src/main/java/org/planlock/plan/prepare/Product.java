package org.planlock.plan.prepare;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.planlock.plan.value.Form;
import org.planlock.plan.value.Phrase;

/**
 * In which state each parent enters a product; a word after the state, as in {@code scaled
 * imaging}, is for the reader only.
 */
@Form("the state of each parent, such as `product(scaled imaging, unscaled dummy)`")
public record Product(State left, State right) implements Phrase {
  /**
   * What has been done to a parent: as first formed or coded, as a residual, after or before
   * scaling.
   */
  public enum State {
    RAW,
    RESIDUAL,
    SCALED,
    UNSCALED
  }

  private static final Pattern FORM =
      Pattern.compile(
          "product\\( ?(raw|residual|scaled|unscaled)(?: [^,()]+)? ?, ?(raw|residual|scaled|unscaled)(?: [^,()]+)? ?\\)");

  /** Reads {@code product(scaled imaging, unscaled dummy)}. */
  public static Optional<Product> parse(String text) {
    var match = FORM.matcher(text);
    return match.matches()
        ? Optional.of(
            new Product(
                State.valueOf(match.group(1).toUpperCase(Locale.ROOT)),
                State.valueOf(match.group(2).toUpperCase(Locale.ROOT))))
        : Optional.empty();
  }

  @Override
  public String text() {
    return "product("
        + left.name().toLowerCase(Locale.ROOT)
        + ", "
        + right.name().toLowerCase(Locale.ROOT)
        + ")";
  }
}
