package org.planlock;

import java.util.List;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.TreeDifference;
import org.planlock.lock.Verification;
import org.planlock.plan.PlanOrigins;

/**
 * Points at the lines of the plan that a verification, which sees canonical trees, found changed.
 */
final class PlacedVerification {
  private static final int MOST_MARKED = 8;

  private final PlanOrigins origins;
  private final List<TreeDifference> differences;

  private PlacedVerification(PlanOrigins origins, List<TreeDifference> differences) {
    this.origins = origins;
    this.differences = differences;
  }

  static Verification of(Verification verification, PlanOrigins origins) {
    var differences = verification.differences().stream().map(one -> placed(one, origins)).toList();
    var placing = new PlacedVerification(origins, differences);
    return new Verification(
        verification.rows().stream().map(placing::row).toList(), differences, verification.level());
  }

  private static TreeDifference placed(TreeDifference one, PlanOrigins origins) {
    return new TreeDifference(one.path(), one.planned(), one.found(), origins.of(one.path()));
  }

  private Verification.Row row(Verification.Row row) {
    return new Verification.Row(
        row.check(),
        row.result(),
        row.evidence(),
        row.standing(),
        row.diagnostics().stream().map(this::finding).toList());
  }

  private Diagnostic finding(Diagnostic finding) {
    if (finding.rule() != Rule.PLAN_CHANGED || differences.isEmpty()) {
      return finding;
    }
    var first = origins.of(differences.get(0).path());
    var placed =
        new Diagnostic(
            finding.rule(),
            finding.severity(),
            first,
            finding.message(),
            finding.caption(),
            finding.labels(),
            finding.notes(),
            finding.helps());
    for (var other : differences.stream().skip(1).limit(MOST_MARKED).toList()) {
      if (!other.place().equals(first)) {
        placed = placed.labelled(other.place(), caption(other));
      }
    }
    return placed;
  }

  private static String caption(TreeDifference difference) {
    return difference
        .planned()
        .map(text -> "locked as `" + text + "`")
        .orElse("not in the locked plan");
  }
}
