package org.planlock.deviation;

import java.util.regex.Pattern;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.TreeDifference;

/** Finds a rule of the sample with another number or operator than registered. */
final class ChangedThreshold implements SettingKind {
  private static final Pattern NUMBER_OR_OPERATOR =
      Pattern.compile("<=|>=|<|>|==|!=|(?<![A-Za-z0-9_])-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  @Override
  public Rule rule() {
    return Rule.CHANGED_THRESHOLD;
  }

  @Override
  public DeviationSeverity floor(UsedValue used) {
    return DeviationSeverity.S3;
  }

  @Override
  public String note() {
    return "who equals a threshold is in or out by one character";
  }

  @Override
  public boolean concerns(UsedValue used, Evidence evidence) {
    return FieldCheck.at(used.path()).contains(FieldCheck.B6)
        && !used.differences().isEmpty()
        && used.differences().stream().allMatch(ChangedThreshold::isNumberOrOperator);
  }

  private static boolean isNumberOrOperator(TreeDifference difference) {
    return difference.planned().isPresent()
        && difference.found().isPresent()
        && words(difference.planned().get()).equals(words(difference.found().get()));
  }

  private static String words(String condition) {
    return NUMBER_OR_OPERATOR.matcher(condition).replaceAll("#");
  }
}
