package org.planlock.plan.coverage;

import java.util.List;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.check.OutcomeColumns;

/** How many of the fields of a complete plan are stated, and which are not. */
public record Coverage(List<FieldCoverage> fields) {
  public Coverage {
    fields = List.copyOf(fields);
  }

  /** What a plan says about every field of the catalogue, in its order. */
  public static Coverage of(BoundPlan bound) {
    var tree = new PlanTree(bound.canonical(), OutcomeColumns.of(bound));
    return new Coverage(
        CoverageFields.all().stream().map(field -> FieldCoverage.of(field, tree)).toList());
  }

  /** How many fields have a status. */
  public int count(FieldStatus status) {
    return with(status).size();
  }

  /** The fields that have a status. */
  public List<FieldCoverage> with(FieldStatus status) {
    return fields.stream().filter(field -> field.status() == status).toList();
  }

  /** The four counts in one line: {@code 78 fields: 61 stated, 4 partly, …}. */
  public String summary() {
    return fields.size()
        + " fields: "
        + count(FieldStatus.STATED)
        + " stated, "
        + count(FieldStatus.PARTLY)
        + " partly, "
        + count(FieldStatus.NOT_APPLICABLE)
        + " not applicable, "
        + count(FieldStatus.OPEN)
        + " open";
  }
}
