package org.planlock.plan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.plan.PlanBinder;
import org.planlock.plan.expression.Unit;
import org.planlock.plan.expression.ValueType;
import org.planlock.source.SourceFile;
import org.planlock.syntax.yaml.YamlPlanReader;

/** What names, steps, sets and places of a plan are to its checks. */
final class PlanNamesTest {
  private static final String CLOSED =
      """
      planlock: 1
      plan: {id: closed}
      data:
        tables:
          - {name: people, file: people.csv, key: [id]}
          - {name: visits, file: visits.csv, key: [id, ses]}
          - {name: doses, file: doses.csv, key: [id, day]}
          - {name: edges, file: edges.csv, key: [id, ses, edge], spread: [{column: fc, as: fc_(edge)}, {column: gone, as: g_(edge)}]}
        columns:
          - {name: y, table: people, type: number, range: [0, 80], unit: points}
          - {name: bmi, table: people, type: number}
          - {name: only_range, table: people, range: [1, 9]}
          - {name: only_unit, table: people, unit: years}
          - {name: bare, table: people}
          - {name: note, table: people, type: text}
          - {name: score, table: visits, type: number, unit: points, instrument: CAPS-5}
          - {name: dose, table: doses, type: number, unit: mg}
          - {name: edge, table: edges, levels: [e1, e2]}
          - {name: fc, table: edges, type: number}
        sessions: [{name: ses-pre, is: before}]
      variables:
        - {name: kind, role: covariate, value: note, unit: points}
        - {name: half, role: covariate, value: bmi / 2, unit: points}
        - {name: open, role: covariate, value: bmi / 2}
        - {name: plain, role: outcome, value: y, unit: points}
        - {name: large, role: outcome, value: y, unit: points, scaled: true}
      sets:
        - {name: wide, columns: only_*, in: people}
        - {name: elsewhere, columns: only_*, in: visits}
        - {name: anywhere, columns: only_*}
        - {name: circle, terms: [circle, bmi]}
      models:
        - {name: m1, outcome: plain, terms: [bmi, dose], prepare: main}
        - {name: m2, outcome: large, terms: [bmi], prepare: main}
      hypotheses: [{id: H1, corroborated: r2(m1) > 0}]
      prepare:
        - name: main
          steps:
            - {step: 1, residualise: [bmi], on: [dose]}
            - {step: 2, derive: [half]}
            - {step: 3, impute: [bmi]}
            - {step: 4, code: [edge]}
            - {step: 5, scale: [bmi], to: z(sd n-1)}
            - {step: 6, interact: bmi x dose}
            - {step: 7, not_applicable: nothing is filtered}
            - {step: 8, scale: [dose], to: centre}
      """;
  private static final String OPEN =
      """
      planlock: 1
      plan: {id: open}
      data:
        tables: [{name: people, file: people.csv, key: [id]}, {name: visits, file: v.csv, key: [id, ses]}]
        columns: [{name: arm, table: visits, levels: [drug]}]
      sets: [{name: wide, columns: only_*}]
      models: [{name: m1, outcome: y, terms: [wide]}]
      hypotheses: [{id: H1, corroborated: r2(m1) > 0}]
      """;

  @ParameterizedTest
  @CsvSource({
    "y, a number in points",
    "bmi, a number",
    "only_range, a number",
    "only_unit, a number in years",
    "note, a text",
    "edge, a level",
    "fc_e1, a number",
    "g_e2, a number",
    "kind, a text",
    "half, a number in points",
    "open, a number",
  })
  void namesOfAClosedPlanHaveTheirTypes(String name, String phrase) {
    assertThat(names(CLOSED).value(name)).map(ValueType::phrase).contains(phrase);
  }

  @Test
  void columnsWithoutAContractAreUnknownAndOtherWordsNothing() {
    assertThat(names(CLOSED).value("id")).contains(ValueType.unknown());
    assertThat(names(CLOSED).value("bare")).contains(ValueType.unknown());
    assertThat(names(CLOSED).value("nowhere")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"nowhere, true", "m1, false", "wide, false", "H1, false", "drug, false"})
  void aTableWithoutColumnsMayHoldWhateverHasNoOtherMeaning(String name, boolean maybe) {
    assertThat(names(OPEN).value(name).isPresent()).isEqualTo(maybe);
  }

  @ParameterizedTest
  @CsvSource({
    "half, ONCE",
    "bmi, ONCE",
    "score, PER_SESSION",
    "dose, OPEN",
    "g_e1, PER_SESSION",
    "x, OPEN"
  })
  void valuesAreThereAsOftenAsTheirTableSays(String name, String occasion) {
    assertThat(names(CLOSED).occasion(name)).hasToString(occasion);
  }

  @Test
  void withoutSessionsNobodyKnowsHowOftenAValueIsThere() {
    assertThat(names(OPEN).occasion("arm")).hasToString("OPEN");
  }

  @Test
  void resultsHaveTheUnitThatFollowsFromTheOutcome() {
    var names = names(CLOSED);
    assertThat(names.unit("cv_mse", List.of("m1"))).contains(Unit.parse("points^2"));
    assertThat(names.unit("cv_mse", List.of("m2"))).isEmpty();
    assertThat(names.unit("cv_mse", List.of())).isEmpty();
    assertThat(names.unit("r2", List.of("m1"))).isEmpty();
    assertThat(names.unit("coefficient", List.of("m1", "bmi")))
        .contains(Unit.parse("points per sd"));
    assertThat(names.unit("coefficient", List.of("m1", "dose"))).isEmpty();
    assertThat(names.unit("coefficient", List.of("m1"))).isEmpty();
  }

  @Test
  void stepsAreCalledWhatPlansCallThem() {
    var steps = facts(CLOSED).preparations().get(0).steps();
    assertThat(steps)
        .extracting(step -> Steps.verb(step) + " " + Steps.targets(step))
        .containsExactly(
            "residualise [bmi]",
            "derive [half]",
            "impute [bmi]",
            "code [edge]",
            "scale [bmi]",
            "interact [bmi:dose]",
            "skipped []",
            "scale [dose]");
    assertThat(steps).filteredOn(Steps::isZ).extracting(step -> step.step()).containsExactly(5);
    assertThat(steps)
        .filteredOn(Steps::learns)
        .extracting(step -> step.step())
        .containsExactly(1, 3, 5, 8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      wide      | only_range only_unit
      anywhere  | only_range only_unit
      elsewhere | only_*
      circle    | circle bmi
      wide:bmi  | only_range:bmi only_unit:bmi
      """)
  void setsAreSpeltOut(String word, String columns) {
    assertThat(facts(CLOSED).terms().expand(word)).containsExactly(columns.split(" "));
  }

  @Test
  void theColumnsOfAnOpenTableStayAPattern() {
    assertThat(facts(OPEN).terms().expand("wide")).containsExactly("only_*");
  }

  @Test
  void aPlaceIsTheNearestThingThatWasWritten() {
    var facts = facts(CLOSED);
    var places = facts.places();
    var whole = places.of("nowhere");
    assertThat(whole).isEqualTo(facts.bound().origins().written().span());
    assertThat(places.item("nowhere", 0, "name")).isEqualTo(whole);
    assertThat(places.item("models", 9, "name")).isEqualTo(places.of("models"));
    assertThat(places.item("plan", 0, "id")).isEqualTo(places.of("plan"));
    assertThat(places.item("models", 1, "name")).isEqualTo(places.of("models.m2.name"));
    assertThat(places.item("models", 1, "absent")).isEqualTo(places.of("models.m2"));
    assertThat(places.item("models.m2.terms", 0, "name"))
        .isEqualTo(places.word("models.m2.terms", "bmi"));
    assertThat(places.word("models.m2.terms", "absent")).isEqualTo(places.of("models.m2.terms"));
  }

  private static PlanNames names(String text) {
    return new PlanNames(facts(text));
  }

  private static PlanFacts facts(String text) {
    var tree = new YamlPlanReader().read(SourceFile.of("trial.yaml", text));
    return PlanFacts.of(tree.then(PlanBinder::bind).orThrow());
  }
}
