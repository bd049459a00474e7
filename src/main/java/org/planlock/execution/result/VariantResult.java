package org.planlock.execution.result;

import java.util.List;
import java.util.Optional;

/**
 * A declared alternative; never part of the confirmatory family.
 *
 * @param models their outer loops only where a hypothesis is about them
 * @param notExecuted why it was not carried out; empty where it was
 * @param disagreements hypotheses whose verdict differs from that of the main analysis, in words
 */
public record VariantResult(
    String name,
    Optional<String> notExecuted,
    List<ModelResult> models,
    List<HypothesisResult> hypotheses,
    List<String> disagreements) {
  public VariantResult {
    models = List.copyOf(models);
    hypotheses = List.copyOf(hypotheses);
    disagreements = List.copyOf(disagreements);
  }

  /** An alternative that was not carried out, and why. */
  public static VariantResult notExecuted(String name, String because) {
    return new VariantResult(name, Optional.of(because), List.of(), List.of(), List.of());
  }

  /** The same without verdicts, and without a word on whether they agree. */
  VariantResult blinded() {
    return new VariantResult(
        name,
        notExecuted,
        models,
        hypotheses.stream().map(HypothesisResult::blinded).toList(),
        List.of());
  }
}
