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

  /** Whether a version lies within: numbers are compared as numbers, part by part. */
  public boolean admits(String other) {
    int order = compare(other.replaceFirst("^[vV]", ""), version);
    return switch (operator) {
      case "<=" -> order <= 0;
      case ">=" -> order >= 0;
      case "<" -> order < 0;
      case ">" -> order > 0;
      default -> order == 0;
    };
  }

  private static int compare(String a, String b) {
    var left = a.split("[._+-]");
    var right = b.split("[._+-]");
    for (int i = 0; i < Math.max(left.length, right.length); i++) {
      int order = comparePart(i < left.length ? left[i] : "0", i < right.length ? right[i] : "0");
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int comparePart(String a, String b) {
    boolean numbers = a.matches("\\d{1,9}") && b.matches("\\d{1,9}");
    return numbers ? Integer.compare(Integer.parseInt(a), Integer.parseInt(b)) : a.compareTo(b);
  }

  @Override
  public String text() {
    return operator + " " + version;
  }
}
