package org.planlock.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Severity;

/** Lowers the findings of accepted columns to notes and remembers them. */
final class Acceptance {
  private final Set<String> columns;
  private final List<AcceptedBreach> used = new ArrayList<>();

  Acceptance(Set<String> columns) {
    this.columns = Set.copyOf(columns);
  }

  synchronized List<AcceptedBreach> used() {
    return List.copyOf(used);
  }

  /** The finding as it weighs after acceptance. */
  synchronized Diagnostic weigh(Diagnostic finding, String table, String column, int cells) {
    boolean accepted = columns.contains(column) || columns.contains(table + "." + column);
    if (!accepted || Breach.of(finding.rule()).filter(b -> b == Breach.OUTSIDE).isEmpty()) {
      return finding;
    }
    used.add(new AcceptedBreach(table, column, finding.rule(), cells, finding.message()));
    return finding.weighing(Severity.NOTE).note("accepted for this execution");
  }
}
