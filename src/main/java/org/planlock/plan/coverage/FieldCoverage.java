package org.planlock.plan.coverage;

import java.util.List;

/**
 * What a plan says about one field.
 *
 * @param missing the paths that would close it, if it is open or partly stated
 */
public record FieldCoverage(CoverageField field, FieldStatus status, List<String> missing) {
  public FieldCoverage {
    missing = List.copyOf(missing);
  }

  static FieldCoverage of(CoverageField field, PlanTree tree) {
    var said = field.needs().stream().flatMap(need -> need.in(tree).stream()).toList();
    boolean stated = said.stream().anyMatch(one -> one.kind() == Said.Kind.STATED);
    boolean excused = said.stream().anyMatch(one -> one.kind() == Said.Kind.NOT_APPLICABLE);
    var missing =
        said.stream()
            .filter(one -> one.kind() == Said.Kind.MISSING)
            .map(Said::path)
            .distinct()
            .toList();
    return new FieldCoverage(field, status(stated, excused, missing.isEmpty()), missing);
  }

  private static FieldStatus status(boolean stated, boolean excused, boolean complete) {
    if (complete) {
      return stated ? FieldStatus.STATED : FieldStatus.NOT_APPLICABLE;
    }
    return stated || excused ? FieldStatus.PARTLY : FieldStatus.OPEN;
  }
}
