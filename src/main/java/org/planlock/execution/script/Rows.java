package org.planlock.execution.script;

import java.util.List;
import java.util.stream.IntStream;
import org.planlock.execution.Places;
import org.planlock.execution.sample.Frame;
import org.planlock.execution.sample.RawValues;
import org.planlock.plan.BoundPlan;

/** The enrolled as a script sees them. */
record Rows(BoundPlan plan, Frame frame, Script script) {
  /** Those of them, in row order. */
  List<Participant> of(List<String> ids) {
    var raw = new RawValues(plan.plan(), new Places(plan), frame);
    var names = ColumnNames.of(plan.plan(), frame);
    return IntStream.range(0, frame.participants().size())
        .mapToObj(row -> new Participant(frame.participants().get(row), row, raw, script, names))
        .filter(one -> ids.contains(one.id()))
        .toList();
  }

  /** The names of all columns and variables. */
  List<String> columns() {
    return ColumnNames.of(plan.plan(), frame).all();
  }
}
