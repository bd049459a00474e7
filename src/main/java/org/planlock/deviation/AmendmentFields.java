package org.planlock.deviation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.planlock.trace.TraceValue;

/** The amendments before an analysis, as members of a results file and of a journal's table. */
public final class AmendmentFields {
  private final Foreknowledge known;
  private final Labels labels;

  private AmendmentFields(Foreknowledge known, Labels labels) {
    this.known = known;
    this.labels = labels;
  }

  /** What the evidence tells of the time before the analysis that was judged. */
  public static AmendmentFields of(Evidence evidence, Judgement judgement) {
    return new AmendmentFields(evidence.foreknowledge(), judgement.labels());
  }

  /** One object for each value that an amendment changed, in their order. */
  public List<TraceValue.Fields> all() {
    return known.history().amendments().stream().map(this::one).toList();
  }

  /** Why nothing of the plan came first, if that is so. */
  public Optional<String> lockedLate() {
    return known.all();
  }

  private TraceValue.Fields one(AmendedValue value) {
    var members = new LinkedHashMap<String, TraceValue>();
    members.put("entry", TraceValue.of((double) value.seq()));
    members.put("time", TraceValue.of(value.time().toString()));
    members.put("path", TraceValue.of(value.path()));
    members.put("planned", text(value.before()));
    members.put("amended", text(value.after()));
    members.put("because", TraceValue.of(value.reason()));
    members.put("timing", TraceValue.of(Phrasing.of(value.timing())));
    members.put("claimed", TraceValue.of(Phrasing.of(value.claimed())));
    value.evidence().ifPresent(words -> members.put("timingEvidence", TraceValue.of(words)));
    members.put("costs", TraceValue.texts(costs(value)));
    return new TraceValue.Fields(members);
  }

  private List<String> costs(AmendedValue value) {
    return value.evidence().isEmpty()
        ? List.of()
        : labels.costs(
            Foreknowledge.late(new Foreknowledge.LateChange(value.path(), value.reason())));
  }

  private static TraceValue text(Optional<String> value) {
    return value.map(TraceValue::of).orElseGet(TraceValue::missing);
  }
}
