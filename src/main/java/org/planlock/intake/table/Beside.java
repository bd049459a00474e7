package org.planlock.intake.table;

import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.intake.PlanDraft;

/** What is collected beside the tree of a proposal. */
record Beside(
    List<Diagnostic> found, List<PlanDraft.Remark> remarks, List<PlanDraft.Quote> quotes) {
  Beside() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  /** Says something above a named item of a list; nothing where there is nothing to say. */
  void remark(String list, String name, String text) {
    if (!text.isBlank()) {
      remarks.add(
          new PlanDraft.Remark(
              list + "[" + name.replace("\\", "\\\\").replace("]", "\\]") + "]", text));
    }
  }
}
