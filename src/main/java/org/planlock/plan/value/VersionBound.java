package org.planlock.plan.value;

import java.util.Optional;
import java.util.regex.Pattern;

/** A version, or the range of versions, of a tool. */
@Form("an operator and a version, such as `== 1.1.4`")
public record VersionBound(String operator, String version) implements Phrase {
  private static final Pattern FORM =
      Pattern.compile("(<=|>=|<|>|==|=) ?\"?([A-Za-z0-9][A-Za-z0-9._+-]*)\"?");

  /** Reads {@code == 1.1.4}. */
  public static Optional<VersionBound> parse(String text) {
    var match = FORM.matcher(text);
    return match.matches()
        ? Optional.of(new VersionBound(match.group(1).replaceFirst("^=$", "=="), match.group(2)))
        : Optional.empty();
  }

  @Override
  public String text() {
    return operator + " " + version;
  }
}
