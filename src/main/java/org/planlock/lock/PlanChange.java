package org.planlock.lock;

import java.util.List;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** Puts into words how a plan is not the one that was locked. */
final class PlanChange {
  private static final int MOST_SHOWN = 20;

  private PlanChange() {}

  static Diagnostic of(Statement statement, PlanDigest found, List<TreeDifference> differences) {
    var locked = statement.provenance().claimedTime();
    var place =
        differences.stream().findFirst().map(TreeDifference::place).orElse(Span.none("plan"));
    var finding =
        Diagnostic.at(
                place, Rule.PLAN_CHANGED, "this plan is not the one that was locked on " + locked)
            .captioned(differences.stream().findFirst().map(PlanChange::caption).orElse(""));
    for (var difference : differences.stream().limit(MOST_SHOWN).toList()) {
      finding = finding.note(sentence(difference));
    }
    var count = differences.size() == 1 ? "1 value differs" : differences.size() + " values differ";
    return finding
        .note(
            "locked "
                + statement.planDigest().brief()
                + ", found "
                + found.brief()
                + "; "
                + count
                + ", comments and layout do not count")
        .help("restore what was locked, or register the change as an amendment");
  }

  private static String caption(TreeDifference difference) {
    return difference
        .planned()
        .map(text -> "locked as `" + text + "`")
        .orElse("not in the locked plan");
  }

  private static String sentence(TreeDifference difference) {
    var planned = difference.planned().map(text -> "`" + text + "`").orElse("nothing");
    var found = difference.found().map(text -> "`" + text + "`").orElse("nothing");
    return "`" + difference.path() + "`: locked " + planned + ", found " + found;
  }
}
