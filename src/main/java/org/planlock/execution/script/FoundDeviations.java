package org.planlock.execution.script;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.planlock.deviation.DeclaredDeviations;
import org.planlock.deviation.Deviation;
import org.planlock.deviation.Judgement;
import org.planlock.deviation.LockStanding;
import org.planlock.trace.TraceMemory;

/** The comparison of plan and trace while a script is still at work. */
final class FoundDeviations {
  private final ScriptBasis basis;
  private final TraceMemory memory;
  private final ScriptedCourse course;
  private final Set<String> told = new HashSet<>();

  FoundDeviations(ScriptBasis basis, TraceMemory memory, ScriptedCourse course) {
    this.basis = basis;
    this.memory = memory;
    this.course = course;
  }

  /** All that were found so far. */
  List<Deviation> all(DeclaredDeviations admitted) {
    var seen = new TraceMemory();
    memory.trace("trace").events().forEach(seen::record);
    course.steps().forEach(seen::record);
    return Judgement.of(
            basis.evidence(seen.trace("trace"), admitted),
            basis.declared().and(admitted),
            LockStanding.INTACT)
        .deviations();
  }

  /** Tells those that are new. */
  void tell(DeclaredDeviations admitted) {
    var fresh = all(admitted).stream().filter(found -> told.add(name(found))).toList();
    if (!fresh.isEmpty()) {
      basis.told().accept(fresh);
    }
  }

  private static String name(Deviation found) {
    return found.rule() + " " + found.path() + " " + found.participant().orElse("");
  }
}
