package org.planlock.deviation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
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
  private static final List<String> WITHOUT_EFFECT =
      List.of("models", "hypotheses", "exploratory", "sensitivity", "plan", "govern");

  /**
   * A label and what it was lost to.
   *
   * @param labelLostTo codes of the deviations that cost it; none where it never was confirmatory
   */
  public record Of(String name, Label label, List<String> labelLostTo) {
    public Of {
      labelLostTo = List.copyOf(labelLostTo);
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
                deviations.stream().filter(Labels::costsTheLabel),
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

  /** Labels where there is no trace to look at. */
  static Labels none() {
    return new Labels(Label.EXPLORATORY, List.of(), List.of());
  }

  private static boolean costsTheLabel(Deviation deviation) {
    boolean blind = deviation.declaration().filter(d -> d.timing().isBlind()).isPresent();
    return deviation.severity().isAtLeast(DeviationSeverity.S3) && !blind;
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
        codes(Set.of(spec.name()), Optional.empty(), grave));
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
        codes(models, Optional.of(hypothesis.id()), grave));
  }

  private static Of label(String name, boolean registered, List<String> lostTo) {
    return new Of(
        name,
        registered && lostTo.isEmpty() ? Label.CONFIRMATORY : Label.EXPLORATORY,
        registered ? lostTo : List.of());
  }

  private static boolean isExploratory(ModelSpec spec) {
    return spec.role().stated().filter(ModelSpec.Role.EXPLORATORY::equals).isPresent();
  }

  private static List<String> codes(
      Collection<String> models, Optional<String> hypothesis, List<Deviation> grave) {
    return grave.stream()
        .filter(deviation -> touches(deviation, models, hypothesis))
        .map(deviation -> deviation.rule().code())
        .distinct()
        .toList();
  }

  private static boolean touches(
      Deviation deviation, Collection<String> models, Optional<String> hypothesis) {
    var path = deviation.path();
    boolean ofModel =
        models.stream().anyMatch(name -> PlanPaths.within(path, PlanPaths.model(name)))
            || deviation.modelName().filter(models::contains).isPresent();
    boolean ofHypothesis =
        hypothesis
            .filter(id -> PlanPaths.within(path, PlanPaths.join("hypotheses", id)))
            .isPresent();
    boolean ofAll =
        WITHOUT_EFFECT.stream().noneMatch(part -> PlanPaths.within(path, part))
            && deviation.modelName().isEmpty();
    return ofModel || ofHypothesis || ofAll || isOfAnotherPlan(deviation);
  }

  private static boolean isOfAnotherPlan(Deviation deviation) {
    return deviation.rule() == Rule.OTHER_PLAN || deviation.rule() == Rule.UNDECLARED_SIBLING;
  }

  /** The models that a hypothesis speaks of, and those that they extend. */
  private static Set<String> models(Hypothesis hypothesis, Evidence evidence) {
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
