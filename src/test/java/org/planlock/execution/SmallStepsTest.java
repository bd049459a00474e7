package org.planlock.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.sample.Departure;
import org.planlock.plan.prepare.Product.State;

/** Single steps on five people; expected numbers by R 4.2.2 where named, else by hand. */
class SmallStepsTest {
  private static final String PLAN =
      """
      planlock: 1
      plan: {id: small, title: Five people}
      data:
        tables: [{name: people, file: people.csv, key: [id], missing: [NA]}]
        columns:
          - {name: dose, table: people, levels: [low, mid, high], reference: mid, code: {effect: [-1, 0, 1]}}
      sample: {order: file}
      prepare:
        - name: main
          steps:
      STEPS
      models:
        - {name: m, outcome: y, terms: [TERMS], prepare: main}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void table() throws IOException {
    Files.writeString(
        folder.resolve("people.csv"),
        """
        id,x,y,gap,same,dose,word
        a,1,2,5,7,low,3
        b,2,3,NA,7,mid,4
        c,3,7,1,7,high,five
        d,4,8,2,7,low,6
        e,5,9,4,7,high,7
        """);
  }

  private Prepared prepared(String terms, String... steps) {
    var text = new StringBuilder();
    for (int i = 0; i < steps.length; i++) {
      text.append("      - {step: ").append(i + 1).append(", ").append(steps[i]).append("}\n");
    }
    var none = PLAN.replaceAll("(?s)prepare:\n.*STEPS\n", "").replace(", prepare: main", "");
    var plan = steps.length == 0 ? none : PLAN.replace("STEPS\n", text.toString());
    return Prepared.of(plan.replace("TERMS", terms), folder);
  }

  private Checked<Design> design(String terms, String... steps) {
    return prepared(terms, steps).design("m");
  }

  private double[] column(String name, String... steps) {
    return Prepared.column(design(name, steps).orThrow(), name);
  }

  private static List<Rule> errors(Checked<?> checked) {
    return checked.diagnostics().stream()
        .filter(Diagnostic::isError)
        .map(Diagnostic::rule)
        .toList();
  }

  @Test
  void columnsStandAsTheyAreWithoutSteps() {
    var design = design("x").orThrow();
    assertThat(Prepared.column(design, "x")).containsExactly(1, 2, 3, 4, 5);
    assertThat(design.outcome()).containsExactly(2.0, 3.0, 7.0, 8.0, 9.0);
    assertThat(design.participants()).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void scalesByTheNamedDeviation() {
    // sd(1:5) is 1.5811388300841898, the root of the mean squared deviation 1.4142135623730951
    var scale = "scale: [x], constant: zero, using: analysis_set, to: ";
    assertThat(column("x", scale + "z(sd n-1)")[4])
        .isCloseTo(2 / 1.5811388300841898, within(1e-15));
    assertThat(column("x", scale + "z(sd n)")[4]).isCloseTo(2 / 1.4142135623730951, within(1e-15));
    assertThat(column("x", scale + "centre")).containsExactly(-2, -1, 0, 1, 2);
    assertThat(column("x", scale + "none")).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void aConstantColumnBecomesWhatThePlanSays() {
    var scale = "scale: [same], to: z(sd n-1), using: analysis_set";
    assertThat(column("same", scale + ", constant: zero")).containsExactly(0, 0, 0, 0, 0);
    assertThat(column("same", scale + ", constant: kept")).containsExactly(7, 7, 7, 7, 7);
    assertThat(errors(design("same", scale + ", constant: abort")))
        .containsExactly(Rule.CONSTANT_ABORTS);
    assertThat(errors(design("same", scale))).containsExactly(Rule.OPEN_CHOICE);
  }

  @Test
  void theReferenceGetsTheFirstCodeAndTheOthersFollowInTheOrderOfLevels() {
    assertThat(column("dose", "code: [dose], using: row")).containsExactly(0, -1, 1, 0, 1);
  }

  @Test
  void codesNeedOneNumberForEachLevel() {
    var two = PLAN.replace("effect: [-1, 0, 1]", "dummy: [0, 1]").replace("TERMS", "dose");
    var plan = two.replace("STEPS\n", "      - {step: 1, code: [dose], using: row}\n");
    assertThat(errors(Prepared.of(plan, folder).design("m"))).containsOnly(Rule.CODING_UNCLEAR);
    assertThat(errors(design("word", "code: [word], using: row")))
        .containsOnly(Rule.CODING_UNCLEAR);
  }

  @Test
  void residualsWithoutInterceptAreThoseOfALineThroughZero() {
    // R: residuals(lm(c(2,3,7,8,9) ~ 0 + c(1,2,3,4,5)))
    var out =
        prepared("x", "residualise: [y], on: [x], rows: participant, using: analysis_set")
            .design("m")
            .orThrow()
            .outcome();
    var expected =
        List.of(
            0.07272727272727425,
            -0.8545454545454546,
            1.218181818181818,
            0.2909090909090908,
            -0.6363636363636365);
    for (int i = 0; i < 5; i++) {
      assertThat(out.get(i)).isCloseTo(expected.get(i), within(1e-13));
    }
  }

  @Test
  void aResidualisedColumnRemembersWhatItWas() {
    var prepared =
        prepared(
            "x",
            "residualise: [x], on: [y, intercept], rows: participant, using: analysis_set",
            "scale: [x], to: z(sd n-1), constant: zero, using: analysis_set");
    var engine = prepared.engine();
    var main = Optional.of("main");
    assertThat(engine.values(main, "x", State.RAW).orThrow())
        .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0);
    assertThat(engine.values(main, "x", State.UNSCALED).orThrow())
        .isEqualTo(engine.values(main, "x", State.RESIDUAL).orThrow())
        .isNotEqualTo(engine.values(main, "x", State.SCALED).orThrow());
    assertThat(errors(engine.values(main, "y", State.SCALED))).containsExactly(Rule.NOT_IN_STATE);
  }

  @Test
  void productsTakeEachParentInItsState() {
    var scaled = "scale: [x], to: centre, constant: zero, using: analysis_set";
    var raw = "interact: x x y, as: \"product(raw, unscaled)\", using: row";
    assertThat(column("x:y", scaled, raw)).containsExactly(2, 6, 21, 32, 45);
    var current = "interact: x x y, as: \"product(scaled, raw)\", using: row";
    assertThat(column("x:y", scaled, current)).containsExactly(-4, -3, 0, 8, 18);
    assertThat(errors(design("x:y", current))).contains(Rule.NOT_IN_STATE);
    var residual = "interact: x x y, as: \"product(residual, raw)\", using: row";
    assertThat(errors(design("x:y", residual))).contains(Rule.NOT_IN_STATE);
  }

  @Test
  void imputesWhatThePlanNames() {
    var impute = "impute: [gap], using: analysis_set, by: ";
    assertThat(column("gap", impute + "mean")[1]).isEqualTo(3);
    assertThat(column("gap", impute + "median")[1]).isEqualTo(3);
    assertThat(column("gap", impute + "constant -9")[1]).isEqualTo(-9);
  }

  @Test
  void anImputedValueIsRawBeforeScaling() {
    var engine =
        prepared(
                "gap",
                "impute: [gap], using: analysis_set, by: mean",
                "scale: [gap], to: centre, constant: zero, using: analysis_set")
            .engine();
    assertThat(engine.values(Optional.of("main"), "gap", State.RAW).orThrow())
        .containsExactly(5.0, 3.0, 1.0, 2.0, 4.0);
  }

  @Test
  void completeCasesLeaveTheSampleWithTheirReason() {
    var prepared = prepared("gap", "impute: [gap], using: analysis_set, by: complete_case");
    var sample = prepared.sample().orThrow();
    assertThat(sample.departures())
        .containsExactly(
            new Departure("b", "prepare.main.1", "not complete on gap", Departure.Origin.PLAN));
    assertThat(prepared.design("m").orThrow().participants()).containsExactly("a", "c", "d", "e");
  }

  @Test
  void aLimitMayCountThoseOfAParticipant() {
    var limited =
        design(
            "gap",
            "impute: [gap, x], using: analysis_set, by: mean,"
                + " limit: 40 % per participant of analysis_set, over_limit: abort");
    assertThat(errors(limited)).containsExactly(Rule.OVER_MISSING_LIMIT);
    assertThat(limited.diagnostics().get(0).message()).startsWith("`b` misses 1 of 2 values");
  }

  @Test
  void nothingIsLearntFromNobody() {
    var prepared = prepared("gap", "impute: [gap], using: training_fold, by: mean");
    var learning =
        new Learning(List.of("b"), List.of("a", "b", "c", "d", "e"), Optional.empty(), "1");
    assertThat(errors(prepared.engine().design(prepared.spec("m"), learning)))
        .contains(Rule.NOT_ESTIMABLE);
  }

  @Test
  void regressorsThatRepeatEachOtherTellNothing() {
    var design =
        design(
            "x", "residualise: [x], on: [same, intercept], rows: participant, using: analysis_set");
    assertThat(errors(design)).containsExactly(Rule.NOT_ESTIMABLE);
  }

  @Test
  void wordsAmongNumbersAreShownWhereTheyStand() {
    var design = design("word");
    assertThat(errors(design)).containsExactly(Rule.CELL_NOT_A_NUMBER);
    assertThat(design.diagnostics().stream().map(each -> each.span().line()).toList()).contains(4);
  }

  @Test
  void anOpenScopeIsNeverGuessed() {
    assertThat(errors(design("x", "scale: [x], to: centre"))).containsExactly(Rule.OPEN_CHOICE);
    assertThat(errors(design("x", "scale: [x], using: enrolled")))
        .containsExactly(Rule.OPEN_CHOICE);
    assertThat(errors(design("gap", "impute: [gap], using: enrolled")))
        .containsExactly(Rule.OPEN_CHOICE);
    assertThat(errors(design("x:y", "interact: x x y"))).containsExactly(Rule.OPEN_CHOICE);
    assertThat(errors(design("x", "residualise: [x], on: [y], using: enrolled")))
        .containsExactly(Rule.OPEN_CHOICE);
  }

  @Test
  void stepsThatDoNotApplyLeaveColumnsAlone() {
    assertThat(column("x", "not_applicable: nothing to do")).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void eventsSayWhatWasLearnt() {
    var prepared =
        prepared(
            "x",
            "residualise: [x], on: [y, intercept], rows: participant, using: analysis_set",
            "scale: [x], to: z(sd n-1), constant: zero, using: training_fold");
    var engine = prepared.engine();
    var all = List.of("a", "b", "c", "d", "e");
    engine.design(prepared.spec("m"), Prepared.everybody(all)).orThrow();
    engine
        .design(prepared.spec("m"), new Learning(all.subList(1, 5), all, Optional.empty(), "1"))
        .orThrow();
    var events = engine.stepEvents();
    assertThat(events).hasSize(3);
    var first = events.get(0).object("learnt").orElseThrow().object("x").orElseThrow();
    // R: coef(lm(c(1,2,3,4,5) ~ c(2,3,7,8,9)))
    assertThat(first.number("y").orElseThrow()).isCloseTo(0.48969072164948463, within(1e-12));
    assertThat(first.number("intercept").orElseThrow())
        .isCloseTo(0.15979381443298882, within(1e-12));
    assertThat(events.get(2).text("fold")).contains("1");
    assertThat(events.stream().map(e -> e.text("verb").orElse("").toUpperCase(Locale.ROOT)))
        .containsExactly("RESIDUALISE", "SCALE", "SCALE");
  }
}
