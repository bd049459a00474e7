package org.planlock.deviation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Rule;

/**
 * How grave a deviation is, and what it costs: all rules of that in one place.
 *
 * <ol>
 *   <li>Every deviation has a floor, S0 to S4, that follows from the evidence alone.
 *   <li>Decided after results were known: one grade more, S4 at most. What the study's ledger shows
 *       of the time counts, whatever is claimed, and whether or not anybody declared it; what the
 *       plan left open (S1) is shifted by a declaration only.
 *   <li>Decided blind, and held by the ledger from before the data were unblinded: one grade less,
 *       not below S1.
 *   <li>A person may raise the grade, never lower it.
 *   <li>S4 costs the confirmatory label. S3 costs it unless it was declared and decided blind.
 *       Below that nothing is lost. What an amendment fixed too late (X528) weighs as an undeclared
 *       S3.
 *   <li>The label is lost by each hypothesis that the deviation can have touched: one that speaks
 *       of a model in question, or of one that extends it; the hypothesis itself; all of them where
 *       the deviation lies outside of models and hypotheses, as in the sample or the preparation.
 *       Exploratory parts, declared alternatives and the plan's own particulars touch none. Another
 *       plan touches all.
 * </ol>
 */
final class LabelRules {
  private static final List<String> WITHOUT_EFFECT =
      List.of("models", "hypotheses", "exploratory", "sensitivity", "plan", "govern");

  /** Findings about which plan it is at all. */
  private static final List<Rule> PLAN_ITSELF = List.of(Rule.OTHER_PLAN, Rule.UNDECLARED_SIBLING);

  private LabelRules() {}

  /** How grave it is: what is computed, or what a person says if that is more. */
  static DeviationSeverity severity(DeviationSeverity floor, Disclosure disclosure) {
    var computed = computed(floor, disclosure);
    return disclosure
        .declaration()
        .flatMap(Declaration::severity)
        .map(computed::orGraver)
        .orElse(computed);
  }

  /** What follows from evidence and time alone. */
  static DeviationSeverity computed(DeviationSeverity floor, Disclosure disclosure) {
    if (disclosure.timing() == Timing.AFTER_RESULTS) {
      return floor.raised();
    }
    return disclosure.onRecord() ? floor.lowered() : floor;
  }

  /** Why it weighs more or less than its floor, in words. */
  static Optional<String> shift(DeviationSeverity floor, Disclosure disclosure) {
    var severity = severity(floor, disclosure);
    if (severity == floor) {
      return Optional.empty();
    }
    var why =
        severity != computed(floor, disclosure)
            ? "whoever declared it holds it to be graver"
            : disclosure.onRecord()
                ? "it was declared in the ledger before the data were unblinded"
                : disclosure.evidence().orElse("it was decided after results were known");
    return Optional.of(severity + " in place of " + floor + ": " + why);
  }

  /** Whether it costs what it touches the label. */
  static boolean costsTheLabel(Deviation deviation) {
    var severity = deviation.severity();
    boolean excused = deviation.isDeclared() && deviation.disclosure().timing().isBlind();
    return severity == DeviationSeverity.S4 || (severity == DeviationSeverity.S3 && !excused);
  }

  /** Whether it touches any of these models, or the hypothesis. */
  static boolean touches(
      Deviation deviation, Collection<String> models, Optional<String> hypothesis) {
    var path = deviation.path();
    boolean ofModel =
        models.stream().anyMatch(name -> PlanPaths.related(path, PlanPaths.model(name)))
            || deviation.modelName().filter(models::contains).isPresent()
            || deviation.otherModels().stream().anyMatch(models::contains);
    boolean ofHypothesis =
        hypothesis
            .filter(id -> PlanPaths.related(path, PlanPaths.join("hypotheses", id)))
            .isPresent();
    boolean ofAll =
        WITHOUT_EFFECT.stream().noneMatch(part -> PlanPaths.within(path, part))
            && deviation.modelName().isEmpty();
    return ofModel || ofHypothesis || ofAll || PLAN_ITSELF.contains(deviation.rule());
  }
}
