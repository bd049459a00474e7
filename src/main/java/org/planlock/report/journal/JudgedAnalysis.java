package org.planlock.report.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.planlock.deviation.AmendmentFields;
import org.planlock.deviation.DeviationFields;
import org.planlock.deviation.Evidence;
import org.planlock.deviation.Judgement;
import org.planlock.lock.PlanLock;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/**
 * What a comparison of plan and trace came to, as a results file has it.
 *
 * @param fields its members: {@code verdict}, {@code label}, {@code deviations} and so on
 */
record JudgedAnalysis(TraceValue.Fields fields) {
  static JudgedAnalysis of(Judgement judgement, Evidence evidence) {
    var members = new LinkedHashMap<String, TraceValue>();
    evidence
        .trace()
        .first(TraceEvents.START)
        .flatMap(start -> start.value("plan"))
        .ifPresent(plan -> members.put("plan", plan));
    evidence
        .lock()
        .map(PlanLock::sha256)
        .ifPresent(lock -> members.put("lock", TraceValue.of(lock.toString())));
    members.put("verdict", TraceValue.of(judgement.verdict().name()));
    members.put(
        "label", TraceValue.of(judgement.labels().overall().name().toLowerCase(Locale.ROOT)));
    members.put("deviations", TraceValue.items(DeviationFields.of(judgement)));
    members.put("gaps", TraceValue.items(DeviationFields.gaps(judgement)));
    members.put("declaredNotFound", TraceValue.items(DeviationFields.notFound(judgement)));
    var amendments = AmendmentFields.of(evidence, judgement);
    members.put("amendments", TraceValue.items(amendments.all()));
    amendments.lockedLate().ifPresent(why -> members.put("lockedLate", TraceValue.of(why)));
    return new JudgedAnalysis(new TraceValue.Fields(members));
  }

  List<TraceValue.Fields> each(String name) {
    return fields.objects(name).orElse(List.of());
  }

  Optional<String> text(String name) {
    return fields.text(name);
  }

  Optional<TraceValue.Fields> effect() {
    return fields.object("effect");
  }
}
