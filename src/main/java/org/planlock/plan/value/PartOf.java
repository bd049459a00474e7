package org.planlock.plan.value;

import java.util.Optional;
import java.util.regex.Pattern;

/** So many of so many. */
@Form("two counts, such as `14 of 21`")
public record PartOf(int part, int whole) implements Phrase {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9}) of (\\d{1,9})");

  /** Reads {@code 14 of 21}; the part is never larger than the whole. */
  public static Optional<PartOf> parse(String text) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    var found = new PartOf(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    return found.part <= found.whole ? Optional.of(found) : Optional.empty();
  }

  @Override
  public String text() {
    return part + " of " + whole;
  }
}
