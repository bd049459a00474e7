package org.planlock.deviation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.plan.expression.Expression;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.inference.Hypothesis;
import org.planlock.plan.inference.Inference;
import org.planlock.trace.TraceEvents;

/**
 * Which results may be called confirmatory: those of a locked plan that no grave deviation touches.
 *
 * @param overall of the whole analysis
 * @param models one for each registered model, in their order
 * @param hypotheses one for each registered hypothesis, in their order
 */
public record Labels(Label overall, List<Of> models, List<Of> hypotheses) {
  /**
   * A label and what it was lost to.
   *
   * @param lostTo the deviations that cost it; none where it never was confirmatory
   */
  public record Of(String name, Label label, List<Deviation> lostTo) {
    public Of {
      lostTo = List.copyOf(lostTo);
    }

    /** The codes of what cost it, each once. */
    public List<String> labelLostTo() {
      return lostTo.stream().map(deviation -> deviation.rule().code()).distinct().toList();
    }
  }

  public Labels {
    models = List.copyOf(models);
    hypotheses = List.copyOf(hypotheses);
  }

  /** The labels that follow from a lock and the deviations. */
  static Labels of(Evidence evidence, List<Deviation> deviations, boolean locked) {
    var grave =
        Stream.concat(
                deviations.stream().filter(LabelRules::costsTheLabel),
                evidence.foreknowledge().weighed())
            .toList();
    var models =
        evidence.models().stream().map(spec -> model(spec, evidence, grave, locked)).toList();
    var hypotheses =
        evidence.plan().hypotheses().orElse(List.of()).stream()
            .map(hypothesis -> hypothesis(hypothesis, evidence, grave, locked))
            .toList();
    var deciding = hypotheses.isEmpty() ? models : hypotheses;
    boolean confirmatory =
        locked
            && isExecutedAsLocked(evidence)
            && (deciding.isEmpty()
                || deciding.stream().anyMatch(each -> each.label() == Label.CONFIRMATORY));
    return new Labels(confirmatory ? Label.CONFIRMATORY : Label.EXPLORATORY, models, hypotheses);
  }

  /** The hypotheses that a deviation costs their label; the models of a plan without hypotheses. */
  public List<String> costs(Deviation deviation) {
    return (hypotheses.isEmpty() ? models : hypotheses)
        .stream().filter(each -> each.lostTo().contains(deviation)).map(Of::name).toList();
  }

  /** Labels where there is no trace to look at. */
  static Labels none() {
    return new Labels(Label.EXPLORATORY, List.of(), List.of());
  }

  private static boolean isExecutedAsLocked(Evidence evidence) {
    return evidence
        .trace()
        .first(TraceEvents.START)
        .flatMap(start -> start.text("label"))
        .filter("exploratory"::equals)
        .isEmpty();
  }

  private static Of model(
      ModelSpec spec, Evidence evidence, List<Deviation> grave, boolean locked) {
    return label(
        spec.name(),
        locked && isExecutedAsLocked(evidence) && !isExploratory(spec),
        costly(Set.of(spec.name()), Optional.empty(), grave));
  }

  private static Of hypothesis(
      Hypothesis hypothesis, Evidence evidence, List<Deviation> grave, boolean locked) {
    var models = models(hypothesis, evidence);
    boolean registered =
        evidence.models().stream()
            .filter(spec -> models.contains(spec.name()))
            .noneMatch(Labels::isExploratory);
    return label(
        hypothesis.id(),
        locked && isExecutedAsLocked(evidence) && registered,
        costly(models, Optional.of(hypothesis.id()), grave));
  }

  private static Of label(String name, boolean registered, List<Deviation> lostTo) {
    return new Of(
        name,
        registered && lostTo.isEmpty() ? Label.CONFIRMATORY : Label.EXPLORATORY,
        registered ? lostTo : List.of());
  }

  private static boolean isExploratory(ModelSpec spec) {
    return spec.role().stated().filter(ModelSpec.Role.EXPLORATORY::equals).isPresent();
  }

  private static List<Deviation> costly(
      Collection<String> models, Optional<String> hypothesis, List<Deviation> grave) {
    return grave.stream()
        .filter(deviation -> LabelRules.touches(deviation, models, hypothesis))
        .toList();
  }

  /** The models that a hypothesis speaks of, and those that they extend. */
  static Set<String> models(Hypothesis hypothesis, Evidence evidence) {
    var names = new LinkedHashSet<String>();
    var planned = evidence.modelsByName();
    for (var expression : expressions(hypothesis, evidence)) {
      planned.keySet().stream()
          .filter(name -> ExpressionWords.of(expression.node()).contains(name))
          .forEach(names::add);
    }
    for (var name : List.copyOf(names)) {
      Optional.ofNullable(planned.get(name))
          .ifPresent(
              spec -> evidence.terms().chain(spec).forEach(parent -> names.add(parent.name())));
    }
    return names;
  }

  private static List<Expression> expressions(Hypothesis hypothesis, Evidence evidence) {
    var all = new ArrayList<Expression>();
    all.add(hypothesis.corroborated());
    hypothesis.falsified().stated().ifPresent(all::add);
    evidence.plan().inference().stated().stream()
        .flatMap(inference -> inference.nulls().orElse(List.of()).stream())
        .filter(permuted -> permuted.hypothesis().equals(hypothesis.id()))
        .map(Inference.PermutationNull::statistic)
        .forEach(all::add);
    return all;
  }
}
