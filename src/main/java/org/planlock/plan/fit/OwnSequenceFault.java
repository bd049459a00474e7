package org.planlock.plan.fit;

import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.plan.value.Decimal;

/** What keeps a spaced rule from being a sequence that each fold finds by glmnet's rules. */
public enum OwnSequenceFault {
  /** Another spacing, or ends that are not the largest strength and a share of it. */
  OTHER_ENDS(
      "own sequences run log spaced from `max` to a share of it, this rule does not",
      "write it as `100 values log_spaced from max to 0.01 * max`"),
  /** With one or two values glmnet leaves its first one infinite. */
  TOO_SHORT("an own sequence has 3 values or more", "register more values"),
  /** A last strength that is not below the first. */
  NOT_FALLING(
      "own sequences fall to a share of `max` below 1, this rule does not",
      "register a share such as `0.01 * max`"),
  /** A share that glmnet would replace by its smallest. */
  BELOW_FLOOR(
      "own sequences never fall below 1e-6 of their first value",
      "register a share of 1e-6 or more");

  private static final double FLOOR = 1e-6;
  private static final int FEWEST = 3;

  private final String message;
  private final String help;

  OwnSequenceFault(String message, String help) {
    this.message = message;
    this.help = help;
  }

  /** The first of these that a rule has. */
  public static Optional<OwnSequenceFault> of(LambdaRule.Spaced rule) {
    if (!isFromMaxDown(rule)) {
      return Optional.of(OTHER_ENDS);
    }
    if (rule.values() < FEWEST) {
      return Optional.of(TOO_SHORT);
    }
    if (shares(rule).anyMatch(share -> share >= 1)) {
      return Optional.of(NOT_FALLING);
    }
    return shares(rule).anyMatch(share -> share < FLOOR)
        ? Optional.of(BELOW_FLOOR)
        : Optional.empty();
  }

  private static boolean isFromMaxDown(LambdaRule.Spaced rule) {
    return rule.spacing() == LambdaRule.Spacing.LOG_SPACED
        && rule.from().text().equals("max")
        && rule.to().ofMax();
  }

  private static Stream<Double> shares(LambdaRule.Spaced rule) {
    return Stream.concat(Stream.of(rule.to().factor()), rule.to().otherwise().stream())
        .map(Decimal::toDouble);
  }

  /** What is wrong, in words. */
  public String message() {
    return message;
  }

  /** What to do about it. */
  public String help() {
    return help;
  }
}
