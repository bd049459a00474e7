package org.planlock.execution.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.trace.TraceValue;

/**
 * What a hypothesis came to.
 *
 * @param reason why nothing could be decided; empty where it could
 * @param values what the conditions were decided on, by the words of the plan
 * @param label {@code confirmatory} or {@code exploratory}, once deviations are known
 * @param labelLostTo the codes of the deviations that cost it the label
 */
public record HypothesisResult(
    String id,
    Optional<String> claim,
    Verdict verdict,
    Optional<String> reason,
    Map<String, TraceValue> values,
    Optional<String> label,
    List<String> labelLostTo) {
  /** What a hypothesis can come to. */
  public enum Verdict {
    CORROBORATED,
    FALSIFIED,
    INCONCLUSIVE,
    /** Labels were dealt anew: it could be decided, and means nothing. */
    BLIND
  }

  public HypothesisResult {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    labelLostTo = List.copyOf(labelLostTo);
  }

  /** The same with its label. */
  public HypothesisResult labelled(String known, List<String> lostTo) {
    return new HypothesisResult(id, claim, verdict, reason, values, Optional.of(known), lostTo);
  }

  /** The same without its verdict. */
  HypothesisResult blinded() {
    return new HypothesisResult(
        id,
        claim,
        Verdict.BLIND,
        Optional.of("labels were dealt anew"),
        values,
        Optional.of(Results.BLIND),
        List.of());
  }
}
