package org.planlock.deviation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.planlock.trace.TraceValue;

/** What a judgement says, as members of a results file and of a journal's table. */
public final class DeviationFields {
  private final Judgement judgement;

  private DeviationFields(Judgement judgement) {
    this.judgement = judgement;
  }

  /** One object for each deviation, in their order. */
  public static List<TraceValue.Fields> of(Judgement judgement) {
    var fields = new DeviationFields(judgement);
    return judgement.deviations().stream().map(fields::one).toList();
  }

  /** One object for each gap: {@code path} and the {@code evidence} that is missing. */
  public static List<TraceValue.Fields> gaps(Judgement judgement) {
    return judgement.gaps().stream()
        .map(
            gap -> {
              var members = new LinkedHashMap<String, TraceValue>();
              members.put("path", TraceValue.of(gap.path()));
              members.put("evidence", TraceValue.of(gap.evidence()));
              return fields(members);
            })
        .toList();
  }

  /** One object for each declaration of something that was not found. */
  public static List<TraceValue.Fields> notFound(Judgement judgement) {
    return judgement.notFound().stream().map(DeviationFields::claim).toList();
  }

  private TraceValue.Fields one(Deviation deviation) {
    var members = new LinkedHashMap<String, TraceValue>();
    members.put("code", TraceValue.of(deviation.rule().code()));
    DeviationKind.of(deviation).ifPresent(kind -> members.put("kind", TraceValue.of(kind.code())));
    members.put("path", TraceValue.of(deviation.path()));
    members.put("planned", deviation.planned());
    members.put("observed", deviation.observed());
    members.put("severity", TraceValue.of(deviation.severity().name()));
    members.put("floor", TraceValue.of(deviation.floor().name()));
    members.put("message", TraceValue.of(deviation.message()));
    members.put("declared", TraceValue.of(deviation.isDeclared()));
    members.put("timing", TraceValue.of(Phrasing.of(deviation.disclosure().timing())));
    members.put("onRecord", TraceValue.of(deviation.disclosure().onRecord()));
    deviation
        .disclosure()
        .evidence()
        .ifPresent(words -> members.put("timingEvidence", TraceValue.of(words)));
    deviation.declaration().ifPresent(claim -> members.put("declaration", claim(claim)));
    members.put("costs", TraceValue.texts(judgement.labels().costs(deviation)));
    deviation.participant().ifPresent(id -> members.put("participant", TraceValue.of(id)));
    deviation.modelName().ifPresent(name -> members.put("model", TraceValue.of(name)));
    members.put("line", TraceValue.of((double) deviation.line()));
    members.put("consequences", TraceValue.texts(deviation.consequences()));
    return fields(members);
  }

  private static TraceValue.Fields claim(Declaration claim) {
    var members = new LinkedHashMap<String, TraceValue>();
    members.put("subject", TraceValue.of(claim.subject()));
    members.put("reason", TraceValue.of(Phrasing.of(claim.reason())));
    members.put("because", TraceValue.of(claim.because().text()));
    members.put("timing", TraceValue.of(Phrasing.of(claim.timing())));
    claim.who().ifPresent(who -> members.put("who", TraceValue.of(who)));
    claim.severity().ifPresent(grade -> members.put("severity", TraceValue.of(grade.name())));
    return fields(members);
  }

  private static TraceValue.Fields fields(Map<String, TraceValue> members) {
    return new TraceValue.Fields(members);
  }
}
