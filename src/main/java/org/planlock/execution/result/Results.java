package org.planlock.execution.result;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.planlock.trace.TraceValue;

/**
 * What an execution found.
 *
 * @param plan the digest of the registered plan
 * @param lock the digest of its lock; empty where nothing is locked
 * @param verdict and {@code label}, {@code deviations}: empty until plan and trace are compared
 * @param findings sentences that belong beside the numbers, such as a fit that did not converge
 * @param bindings what they hang on
 * @param appendix what else the comparison of plan and trace came to
 */
public record Results(
    String plan,
    Optional<String> lock,
    Optional<String> verdict,
    Optional<String> label,
    SampleSummary sample,
    List<ModelResult> models,
    List<ComparisonResult> comparisons,
    List<HypothesisResult> hypotheses,
    List<CorrelationResult> exploratory,
    List<VariantResult> sensitivity,
    List<String> findings,
    List<TraceValue.Fields> deviations,
    Bindings bindings,
    Appendix appendix) {
  /** The value of {@code format} in the results file. */
  public static final String FORMAT = "planlock-results/1";

  /** The label of whatever rests on labels that were dealt anew. */
  public static final String BLIND = "blind";

  public Results {
    models = List.copyOf(models);
    comparisons = List.copyOf(comparisons);
    hypotheses = List.copyOf(hypotheses);
    exploratory = List.copyOf(exploratory);
    sensitivity = List.copyOf(sensitivity);
    findings = List.copyOf(findings);
    deviations = List.copyOf(deviations);
  }

  /** Results of which nothing else is known yet. */
  public Results(
      String plan,
      Optional<String> lock,
      Optional<String> verdict,
      Optional<String> label,
      SampleSummary sample,
      List<ModelResult> models,
      List<ComparisonResult> comparisons,
      List<HypothesisResult> hypotheses,
      List<CorrelationResult> exploratory,
      List<VariantResult> sensitivity,
      List<String> findings,
      List<TraceValue.Fields> deviations,
      Bindings bindings) {
    this(
        plan,
        lock,
        verdict,
        label,
        sample,
        models,
        comparisons,
        hypotheses,
        exploratory,
        sensitivity,
        findings,
        deviations,
        bindings,
        Appendix.NONE);
  }

  /** A hypothesis's label and the deviations that cost it. */
  public record Label(String label, List<String> lostTo) {
    public Label {
      lostTo = List.copyOf(lostTo);
    }
  }

  /**
   * The same with what the comparison of plan and trace came to.
   *
   * @param labels by hypothesis; one without keeps the label of the whole
   */
  public Results concluded(
      String known, String whole, Map<String, Label> labels, List<TraceValue.Fields> found) {
    var otherwise = new Label(whole, List.of());
    var labelled =
        hypotheses.stream()
            .map(
                hypothesis -> {
                  var label = labels.getOrDefault(hypothesis.id(), otherwise);
                  return hypothesis.labelled(label.label(), label.lostTo());
                })
            .toList();
    return new Results(
        plan,
        lock,
        Optional.of(known),
        Optional.of(whole),
        sample,
        models,
        comparisons,
        labelled,
        exploratory,
        sensitivity,
        findings,
        found,
        bindings,
        appendix);
  }

  /** The same with what they hang on. */
  public Results bound(Bindings known) {
    return new Results(
        plan,
        lock,
        verdict,
        label,
        sample,
        models,
        comparisons,
        hypotheses,
        exploratory,
        sensitivity,
        findings,
        deviations,
        known,
        appendix);
  }

  /** The same with more that the comparison of plan and trace came to. */
  public Results with(Appendix other) {
    return new Results(
        plan,
        lock,
        verdict,
        label,
        sample,
        models,
        comparisons,
        hypotheses,
        exploratory,
        sensitivity,
        findings,
        deviations,
        bindings,
        other);
  }

  /** The same without anything that could be taken for a verdict: labels were dealt anew. */
  public Results blinded() {
    return new Results(
        plan,
        lock,
        Optional.of(BLIND.toUpperCase(Locale.ROOT)),
        Optional.of(BLIND),
        sample,
        models,
        comparisons,
        hypotheses.stream().map(HypothesisResult::blinded).toList(),
        exploratory,
        sensitivity.stream().map(VariantResult::blinded).toList(),
        findings,
        deviations,
        bindings,
        appendix);
  }

  /** The models by name. */
  public Map<String, ModelResult> byName() {
    return models.stream().collect(Collectors.toMap(ModelResult::name, Function.identity()));
  }
}
