package org.planlock.plan.value;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A version, or the range of versions, of a tool. */
@Form("an operator and a version, such as `== 1.1.4`")
public record VersionBound(String operator, String version) implements Phrase {
  private static final Pattern FORM =
      Pattern.compile("(<=|>=|<|>|==|=) ?\"?([A-Za-z0-9][A-Za-z0-9._+-]*)\"?");

  private static final Pattern PART = Pattern.compile("[0-9]+|[A-Za-z]+");
  private static final Set<String> CANDIDATES =
      Set.of("a", "alpha", "b", "beta", "c", "dev", "pre", "preview", "rc", "snapshot");
  private static final int NUMBER = 0;

  /** Reads {@code == 1.1.4}. */
  public static Optional<VersionBound> parse(String text) {
    var match = FORM.matcher(text);
    return match.matches()
        ? Optional.of(new VersionBound(match.group(1).replaceFirst("^=$", "=="), match.group(2)))
        : Optional.empty();
  }

  /**
   * Whether a version lies within: numbers are compared as numbers, part by part; a part that is
   * not there is 0, and a candidate such as {@code 2.0.0rc1} comes before {@code 2.0.0}. What has
   * no number in it is no version.
   */
  public boolean admits(String other) {
    if (other.chars().noneMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    int order = compare(parts(other), parts(version));
    return switch (operator) {
      case "<=" -> order <= 0;
      case ">=" -> order >= 0;
      case "<" -> order < 0;
      case ">" -> order > 0;
      default -> order == 0;
    };
  }

  private static int compare(List<String> left, List<String> right) {
    return IntStream.range(0, Math.max(left.size(), right.size()))
        .map(i -> comparePart(part(left, i), part(right, i)))
        .filter(order -> order != 0)
        .findFirst()
        .orElse(0);
  }

  /** Runs of digits, without zeros in front, and runs of letters. */
  private static List<String> parts(String version) {
    return PART.matcher(version.replaceFirst("^[vV](?=[0-9])", ""))
        .results()
        .map(match -> match.group().replaceFirst("^0+(?=[0-9])", ""))
        .toList();
  }

  private static String part(List<String> parts, int at) {
    return at < parts.size() ? parts.get(at) : "0";
  }

  private static int comparePart(String a, String b) {
    return Comparator.comparingInt(VersionBound::rank)
        .thenComparingInt(part -> rank(part) == NUMBER ? part.length() : 0)
        .thenComparing(Comparator.naturalOrder())
        .compare(a, b);
  }

  /** Candidates come before the number that is not there, later letters and builds after it. */
  private static int rank(String part) {
    if (Character.isDigit(part.charAt(0))) {
      return NUMBER;
    }
    return CANDIDATES.contains(part.toLowerCase(Locale.ROOT)) ? NUMBER - 1 : NUMBER + 1;
  }

  @Override
  public String text() {
    return operator + " " + version;
  }
}
