package org.planlock.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** What is not recorded is no deviation: at most nobody can tell. */
final class UntoldTest {
  private static final SmallStudy STUDY = SmallStudy.conforming();

  /**
   * Without these nobody knows what an event is about; a step of no fold is one of the final fit.
   */
  private static final Set<String> SUBJECTS =
      Set.of(
          "data.table",
          "exclusion.id",
          "exclusion.rule",
          "step.prepare",
          "step.step",
          "step.fold",
          "hypothesis.id",
          "correlation.outcome",
          "correlation.with",
          "setting.value");

  @Test
  void aFieldThatIsMissingAccusesNobody() {
    var accusing = new LinkedHashSet<String>();
    for (int i = 0; i < STUDY.events().size(); i++) {
      var event = STUDY.events().get(i);
      for (var field : event.members().keySet()) {
        var events = new ArrayList<>(STUDY.events());
        events.set(i, SmallStudy.without(event, field));
        if (!STUDY.events(events).report().deviations().isEmpty()) {
          accusing.add(event.type() + "." + field);
        }
      }
    }
    assertThat(accusing).containsExactlyInAnyOrderElementsOf(SUBJECTS);
  }

  @ParameterizedTest(name = "{0} without {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "grid       | lambdas      | gap models.first.penalty.lambda:"
            + " `l1Ratios` and `lambdas` in the event `grid`",
        "grid       | l1Ratios     | gap models.first.penalty.lambda:"
            + " `l1Ratios` and `lambdas` in the event `grid`",
        "grid       | lambdaMax    | gap models.first.penalty.lambda: `lambdaMax` of the grid",
        "grid       | objective    | ''",
        "folds      | ids          | gap models.first.validate.scheme:"
            + " `ids` and `fold` of every `folds`",
        "folds      | fold         | gap models.first.validate.scheme:"
            + " `ids` and `fold` of every `folds`",
        "cv         | l1Ratio      | gap models.first.validate.select:"
            + " the event `cv` of every l1_ratio; gap models.first.validate.select:"
            + " the errors and `se` of every `cv`",
        "cv         | lambda       | gap models.first.validate.select:"
            + " the event `cv` of every l1_ratio; gap models.first.validate.select:"
            + " the errors and `se` of every `cv`",
        "cv         | mse          | gap models.first.validate.select:"
            + " the errors and `se` of every `cv`",
        "selection  | lambda       | gap models.first.validate.select:"
            + " `l1Ratio` and `lambda` in the event `selection`",
        "selection  | l1Ratio      | gap models.first.validate.select:"
            + " `l1Ratio` and `lambda` in the event `selection`",
        "fit        | lambda       | gap models.first.validate.select:"
            + " `l1Ratio` and `lambda` in the event `fit`",
        "design     | outcome      | gap models.first.outcome: the event `design` with its `outcome`",
        "fit        | columns      | ''",
        "fit        | objective    | ''",
        "fit        | converged    | gap models.first.penalty.kkt:"
            + " `converged` in the event `fit`",
        "fit        | intercept    | gap models.first.penalty.intercept:"
            + " `intercept` in the event `fit`",
        "fit        | penaltyFactors | gap models.first.penalty.penalty_factor:"
            + " `penaltyFactors` in the event `fit`",
        "selection  | rule         | gap models.first.validate.select:"
            + " the `rule` in the event `selection`",
        "fit        | standardize  | ''",
      })
  void ofAModelNobodyCanTell(String type, String field, String found) {
    var study = STUDY.with(type, "first", e -> SmallStudy.without(e, field));
    // the outcome is also said by a setting
    var silent = study.without(e -> isOf("models.first.outcome", e));
    assertThat(silent.told()).isEqualTo(found);
  }

  @Test
  void aFlagThatNoSettingTellsEitherIsAGap() {
    var silent =
        STUDY
            .with(TraceEvents.FIT, "second", e -> SmallStudy.without(e, "standardize"))
            .with(TraceEvents.FIT, "second", e -> SmallStudy.without(e, "objective"))
            .with(TraceEvents.GRID, "second", e -> SmallStudy.without(e, "objective"));
    assertThat(silent.told())
        .isEqualTo(
            "gap models.second.penalty.objective: `objective` in the event `fit`;"
                + " gap models.second.penalty.standardize: `standardize` in the event `fit`");
    assertThat(silent.setting("penalty", TraceValue.of("as registered")).found())
        .noneMatch(found -> found.startsWith("gap"));
  }

  @Test
  void aCurveThatIsCutShortHidesWhatItLeavesOut() {
    var cut = STUDY.with(TraceEvents.CV, "first", e -> e.withNumbers("mse", 3, 1.5));
    assertThat(cut.found()).contains("gap models.first.validate.select");
  }

  @ParameterizedTest(name = "{0} without {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "start      | plan         | ''",
        "start      | tool         | gap compute.engine:"
            + " `tool` with `name` and `version` in the event `start`",
        "start      | semantics    | ''",
        "sample     | ids          | gap sample.rules: the event `sample`",
        "hypothesis | verdict      | gap hypotheses.H1: the `verdict` in the event `hypothesis`;"
            + " gap hypotheses.H2: the `verdict` in the event `hypothesis`",
        "data       | sha256       | gap data.tables.people: the `sha256` of `people`",
      })
  void ofTheAnalysisNobodyCanTell(String type, String field, String found) {
    assertThat(STUDY.with(type, e -> SmallStudy.without(e, field)).told()).isEqualTo(found);
  }

  @Test
  void columnsThatNoEventTellsAreAGap() {
    var study =
        STUDY
            .with(TraceEvents.FIT, "first", e -> SmallStudy.without(e, "columns"))
            .with(TraceEvents.DESIGN, "first", e -> SmallStudy.without(e, "columns"));
    assertThat(study.told()).isEqualTo("gap models.first.terms: `columns` in the event `design`");
  }

  @Test
  void aTraceThatNamesNeitherPlanNorLockIsOfNobodyKnowsWhat() {
    var study =
        STUDY.with(
            TraceEvents.START, e -> SmallStudy.without(SmallStudy.without(e, "plan"), "lock"));
    assertThat(study.told()).isEqualTo("gap plan: `plan` and `lock` in the event `start`");
  }

  private static boolean isOf(String path, TraceEvent event) {
    return event.text("path").filter(path::equals).isPresent();
  }
}
