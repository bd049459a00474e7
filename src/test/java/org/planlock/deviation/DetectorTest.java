package org.planlock.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** One change of an analysis gives exactly the deviation that it is, and nothing else. */
final class DetectorTest {
  private static final SmallStudy STUDY = SmallStudy.conforming();
  private static final String LAMBDA = "models.first.penalty.lambda";

  private record Case(String claim, SmallStudy study, List<String> found) {}

  @TestFactory
  Stream<DynamicTest> aChangeIsNamedAndNothingElseIs() {
    return Stream.of(sample(), preparation(), grids(), fits(), claims(), run(), plans())
        .flatMap(List::stream)
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.claim(), () -> assertThat(each.study().found()).isEqualTo(each.found())));
  }

  private static TraceValue onlyNamed(String name) {
    return TraceValue.fields(Map.of("name", TraceValue.of(name)));
  }

  private static Case one(String claim, SmallStudy study, String... found) {
    return new Case(claim, study, List.of(found));
  }

  private static List<Case> sample() {
    return List.of(
        one(
            "a participant left out by hand is one deviation, whatever follows from it",
            withoutLast("override", "--exclude", "fell asleep"),
            "X512 sample.rules"),
        one(
            "a reason that is not the rule's is no reason",
            withoutLast("plan", "sample.rules[adults]", "fell asleep"),
            "X512 sample.rules"),
        one(
            "a rule that the plan does not have excludes nobody",
            withoutLast("plan", "sample.rules[outlier]", "outlier"),
            "X512 sample.rules"),
        one(
            "the registered rules may be named by reason, by condition or by path",
            STUDY.with(TraceEvents.EXCLUSION, e -> e.with("rule", "missing(late)"))),
        one(
            "who vanishes without an event is missed",
            STUDY.without(TraceEvents.EXCLUSION),
            "X512 sample.rules"),
        one(
            "an analysis below its target is one",
            STUDY
                .with(TraceEvents.ENROLLED, e -> e.withTexts("ids", SmallStudy.ANALYSED))
                .without(TraceEvents.EXCLUSION),
            "X501 sample.target"),
        one(
            "an early analysis says so and is still one",
            STUDY
                .with(TraceEvents.ENROLLED, e -> e.withTexts("ids", SmallStudy.ANALYSED))
                .without(TraceEvents.EXCLUSION)
                .with(TraceEvents.SAMPLE, e -> e.with("early", "the grant ended")),
            "X521 sample.target"),
        one(
            "early is nothing where the target is reached",
            STUDY.with(TraceEvents.SAMPLE, e -> e.with("early", "in a hurry"))),
        one(
            "a minimum is a minimum",
            STUDY.planned("minimum: 5", "minimum: 7"),
            "X502 sample.minimum"),
        one(
            "a group that is too small stops an analysis",
            STUDY.planned("per_group: 2", "per_group: 4"),
            "X502 sample.abort"),
        one(
            "a training fold that is too small stops an analysis",
            STUDY.planned("count: 4", "count: 6"),
            "X502 sample.abort"),
        one(
            "a model on other rows than the analysis set is found",
            STUDY.with(
                TraceEvents.FIT,
                "first",
                e -> e.withTexts("rows", SmallStudy.ANALYSED.subList(0, 5))),
            "X563 sample.rows"),
        one(
            "an analysed participant who had left is found",
            STUDY.with(TraceEvents.EXCLUSION, e -> e.with("id", "s6")),
            "X512 sample.rules",
            "X503 sample.rules"),
        one("another order of participants is found once", reordered(), "X503 sample.order"),
        one(
            "a count that is not the count is found",
            STUDY.with(TraceEvents.SAMPLE, e -> e.with("n", 5)),
            "X503 sample.rules"),
        one(
            "an analysis set that nobody recorded is a gap",
            STUDY.without(TraceEvents.SAMPLE),
            "gap sample.rules"),
        one(
            "enrolment that nobody recorded is a gap",
            STUDY.without(TraceEvents.ENROLLED),
            "gap sample.target",
            "gap sample.rules"),
        one(
            "rows that nobody recorded are a gap",
            STUDY
                .with(SmallStudy.of(TraceEvents.FIT, "first"), e -> without(e, "rows"))
                .with(SmallStudy.of(TraceEvents.DESIGN, "first"), e -> without(e, "rows")),
            "gap models.first"));
  }

  private static List<Case> preparation() {
    return List.of(
        one(
            "a step that learnt from the one held out is a leak",
            STUDY.with(inFold("3"), e -> e.withTexts("fitRows", SmallStudy.ANALYSED)),
            "X514 prepare[scale clinical].using"),
        one(
            "a step that learnt from fewer rows is found",
            STUDY.with(inFold(""), e -> e.withTexts("fitRows", List.of("s1", "s2"))),
            "X514 prepare[scale clinical].using"),
        one(
            "a step that says another scope is found",
            STUDY.with(DetectorTest::scales, e -> e.with("using", "analysis_set")),
            "X514 prepare[scale clinical].using"),
        one(
            "rows of a step that nobody recorded are a gap",
            STUDY.with(inFold(""), e -> without(e, "fitRows")),
            "gap prepare[scale clinical].using"),
        one(
            "a fold whose steps nobody recorded is a gap",
            STUDY.without(inFold("4")),
            "gap prepare[scale clinical].using"),
        one(
            "a step left out is found",
            STUDY.without(e -> e.text("verb").filter("code"::equals).isPresent()),
            "X568 prepare[code sex]"),
        one(
            "a step that the plan does not have is found",
            STUDY.and(
                TraceEvent.of(TraceEvents.STEP)
                    .with("prepare", "main")
                    .with("step", 3)
                    .with("verb", "impute")),
            "X515 prepare[step 3]"),
        one("steps in another order are found", swapped(), "X515 prepare"),
        one(
            "a step of another kind is found",
            STUDY.with(inFold(""), e -> e.with("verb", "impute")),
            "X515 prepare[scale clinical]"),
        one(
            "a step with another formula is found once",
            STUDY.with(DetectorTest::scales, e -> e.with("to", "centre")),
            "X515 prepare[scale clinical].to"),
        one(
            "a step on other columns is found",
            STUDY.with(inFold(""), e -> e.withTexts("columns", List.of("age"))),
            "X515 prepare[scale clinical].scale"),
        one(
            "steps that nobody recorded are a gap",
            STUDY.without(TraceEvents.STEP),
            "gap prepare"));
  }

  private static List<Case> grids() {
    return List.of(
        one(
            "another grid of l1_ratio is found",
            STUDY.with(TraceEvents.GRID, "first", e -> e.withNumbers("l1Ratios", 0.4, 1)),
            "X504 models.first.penalty.l1_ratio"),
        one(
            "more strengths than registered are found",
            lambdas(
                "first",
                List.of(4.0, 4 / StrictMath.sqrt(10), 0.4, 4 / StrictMath.sqrt(1000), 0.04)),
            "X504 " + LAMBDA + ".values"),
        one(
            "a grid that starts lower is found",
            lambdas("first", List.of(2.0, StrictMath.sqrt(0.08), 0.04)),
            "X504 " + LAMBDA + ".from"),
        one(
            "a grid that ends lower is found",
            lambdas("first", List.of(4.0, 0.04, 0.0004)),
            "X504 " + LAMBDA + ".to"),
        one(
            "a grid with another spacing is found",
            lambdas("first", List.of(4.0, 2.02, 0.04)),
            "X504 " + LAMBDA + ".spacing"),
        one(
            "a sequence that is not there is found",
            STUDY.with(
                TraceEvents.GRID,
                "first",
                e ->
                    e.with("lambdas", TraceValue.items(List.of(TraceValue.numbers(4, 0.4, 0.04))))),
            "X504 " + LAMBDA),
        one(
            "errors at strengths outside the grid are found",
            STUDY.with(
                e ->
                    SmallStudy.of(TraceEvents.CV, "first").test(e) && e.number("l1Ratio").get() < 1,
                e -> e.withNumbers("lambda", 4, 0.4, 0.05)),
            "X504 " + LAMBDA),
        one(
            "listed strengths are compared one by one",
            STUDY.planned(
                "{values: 3, spacing: log_spaced, from: max, to: 0.01 * max}", "[4, 0.4, 0.04]"),
            "X504 models.first.penalty.lambda",
            "X504 models.second.penalty.lambda",
            "X504 models.third.penalty.lambda"),
        one(
            "ends that are numbers are compared as numbers",
            STUDY.planned("from: max, to: 0.01 * max", "from: 0.04, to: 4"),
            "X504 models.first.penalty.lambda.from",
            "X504 models.first.penalty.lambda.to",
            "X504 models.second.penalty.lambda.from",
            "X504 models.second.penalty.lambda.to",
            "X504 models.third.penalty.lambda.from",
            "X504 models.third.penalty.lambda.to"),
        one(
            "without a recorded lambda max the ratio of the ends is compared",
            STUDY
                .with(TraceEvents.GRID, "first", e -> e.withNumbers("lambdaMax", Double.NaN))
                .planned("to: 0.01 * max", "to: 0.1 * max"),
            "X504 models.first.penalty.lambda.to",
            "X504 models.second.penalty.lambda.to",
            "X504 models.third.penalty.lambda.to"),
        one(
            "a grid that nobody recorded is a gap",
            STUDY.without(SmallStudy.of(TraceEvents.GRID, "first")),
            "gap models.first.penalty.lambda"),
        one(
            "another rule of selection is found",
            STUDY.with(TraceEvents.SELECTION, "first", e -> e.with("rule", "one_standard_error")),
            "X507 models.first.validate.select"),
        one(
            "a cell that the rule does not choose is found",
            STUDY
                .with(TraceEvents.SELECTION, "first", e -> e.with("lambda", 0.02).with("mse", 2.5))
                .with(TraceEvents.FIT, "first", e -> e.with("lambda", 0.02)),
            "X507 models.first.validate.select"),
        one(
            "an error that is not the curve's is found",
            STUDY.with(TraceEvents.SELECTION, "first", e -> e.with("mse", 1)),
            "X507 models.first.validate.select"),
        one(
            "a fit at another penalty than selected is found",
            STUDY.with(TraceEvents.FIT, "first", e -> e.with("lambda", 2)),
            "X507 models.first.validate.select"),
        one(
            "a selection that nobody recorded is a gap",
            STUDY.without(SmallStudy.of(TraceEvents.SELECTION, "first")),
            "gap models.first.validate.select"),
        one(
            "a rule that needs standard errors cannot be made again without them",
            STUDY
                .planned("select: {minimum: jointly", "select: {one_standard_error: jointly")
                .with(TraceEvents.SELECTION, e -> e.with("rule", "one_standard_error"))
                .with(TraceEvents.CV, e -> without(e, "se")),
            "gap models.first.validate.select",
            "gap models.second.validate.select",
            "gap models.third.validate.select"));
  }

  private static List<Case> fits() {
    return List.of(
        one(
            "a term left out is found",
            columns("first", List.of("age")),
            "X505 models.first.terms"),
        one(
            "a term of a pattern left out is found",
            columns("second", List.of("age", "sex", "fc_a")),
            "X505 models.second.add"),
        one(
            "without the table's columns a pattern stands for any that fit",
            STUDY
                .with(TraceEvents.DATA, e -> without(e, "columns"))
                .with(TraceEvents.FIT, "second", e -> columns(e, "age", "sex", "fc_a"))
                .with(TraceEvents.DESIGN, "second", e -> columns(e, "age", "sex", "fc_a"))),
        one(
            "a term added is found",
            columns("first", List.of("age", "sex", "iq")),
            "X505 models.first.terms"),
        one(
            "terms in another order are found",
            columns("first", List.of("sex", "age")),
            "X505 models.first.terms"),
        one(
            "a design with other columns than its fit is found",
            STUDY.with(TraceEvents.DESIGN, "first", e -> columns(e, "age", "iq")),
            "X505 models.first.terms"),
        one(
            "a term that a parent lacks is the parent's deviation",
            STUDY
                .with(TraceEvents.FIT, "first", e -> columns(e, "age"))
                .with(TraceEvents.FIT, "second", e -> columns(e, "age", "fc_a", "fc_b"))
                .with(TraceEvents.DESIGN, "first", e -> columns(e, "age"))
                .with(TraceEvents.DESIGN, "second", e -> columns(e, "age", "fc_a", "fc_b")),
            "X505 models.first.terms"),
        one(
            "another outcome is found",
            STUDY.with(TraceEvents.DESIGN, "first", e -> e.with("outcome", "late")),
            "X508 models.first.outcome"),
        one(
            "a difference turned round is found",
            STUDY.with(TraceEvents.DESIGN, e -> e.with("outcomeFormula", "early - late")),
            "X560 variables.change.value"),
        one(
            "spaces in a formula mean nothing",
            STUDY.with(TraceEvents.DESIGN, e -> e.with("outcomeFormula", "late-early"))),
        one(
            "an outcome that nobody recorded is a gap",
            STUDY.without(SmallStudy.of(TraceEvents.DESIGN, "second")),
            "gap models.second.outcome"),
        one(
            "ten folds where one participant at a time was promised",
            STUDY.with(
                TraceEvents.FOLDS,
                "first",
                e -> e.with("fold", TraceValue.wholes(1, 2, 3, 1, 2, 3))),
            "X506 models.first.validate.scheme"),
        one(
            "folds by something else are found",
            STUDY.with(TraceEvents.FOLDS, "first", e -> e.with("by", "site")),
            "X506 models.first.validate.by"),
        one(
            "folds drawn more often are found",
            STUDY.with(TraceEvents.FOLDS, "first", e -> e.with("repeats", 3)),
            "X506 models.first.validate.repeats"),
        one(
            "folds that bear another name are found",
            STUDY.with(TraceEvents.FOLDS, "first", e -> e.with("scheme", "k_fold 6")),
            "X506 models.first.validate.scheme"),
        one(
            "folds that nobody recorded are a gap",
            STUDY.without(SmallStudy.of(TraceEvents.FOLDS, "first")),
            "gap models.first.validate.scheme"),
        one(
            "other folds for another l1_ratio are found",
            STUDY
                .with(TraceEvents.FOLDS, "first", e -> e.with("l1Ratio", 0.5))
                .and(
                    first(SmallStudy.of(TraceEvents.FOLDS, "first"))
                        .with("l1Ratio", 1)
                        .with("fold", TraceValue.wholes(1, 1, 3, 4, 5, 6))),
            "X506 models.first.validate.scheme",
            "X572 models.first.validate.select.folds"),
        flag("family", TraceValue.of("lasso"), "family"),
        flag("objective", TraceValue.of("textbook"), "objective"),
        flag("solve", TraceValue.of("glmnet"), "solve"),
        flag("X569", "standardize", TraceValue.of(true), "standardize"),
        flag("intercept", TraceValue.of(false), "intercept"),
        flag("weights", TraceValue.numbers(1, 2, 1, 1, 1, 1), "distribution.weights"),
        flag("X571", "penaltyFactors", TraceValue.of(1.0), "penalty_factor"),
        one(
            "flags may be recorded in the words of another program",
            STUDY.with(
                TraceEvents.FIT,
                "first",
                e ->
                    e.with("intercept", true)
                        .with("family", "gaussian")
                        .with("weights", TraceValue.numbers(1, 1, 1, 1, 1, 1)))),
        one(
            "another objective of the grid is found",
            STUDY.with(TraceEvents.GRID, "first", e -> e.with("objective", "textbook")),
            "X516 models.first.penalty.objective"),
        one(
            "a fit that did not converge is found",
            STUDY.with(TraceEvents.FIT, "first", e -> e.with("converged", false)),
            "X517 models.first.penalty.kkt"));
  }

  private static Case flag(String field, TraceValue value, String key) {
    return flag("X516", field, value, key);
  }

  private static Case flag(String code, String field, TraceValue value, String key) {
    return one(
        "another `" + field + "` is found",
        STUDY.with(TraceEvents.FIT, "first", e -> e.with(field, value)),
        code + " models.first.penalty." + key);
  }

  private static List<Case> claims() {
    return List.of(
        one(
            "a model that was never fitted is missed",
            STUDY.without(e -> e.text("model").filter("third"::equals).isPresent()),
            "X509 models.third"),
        one(
            "a model that was left out with a reason is still left out",
            STUDY
                .without(e -> e.text("model").filter("third"::equals).isPresent())
                .and(skipped("models.third").with("because", "no time")),
            "X509 models.third"),
        one(
            "a model of which only the fit is missing is a gap",
            STUDY.without(SmallStudy.of(TraceEvents.FIT, "third")),
            "gap models.third"),
        one(
            "a model that nobody registered is found",
            STUDY.and(TraceEvent.of(TraceEvents.FIT).with("model", "fourth")),
            "X510 models.fourth"),
        one(
            "a model that is called unplanned is found once",
            STUDY
                .and(
                    TraceEvent.of(TraceEvents.UNPLANNED)
                        .with("model", "x")
                        .with("because", "asked"))
                .and(TraceEvent.of(TraceEvents.FIT).with("model", "x")),
            "X510 models.x"),
        one(
            "a hypothesis without a verdict is missed",
            STUDY.without(e -> e.text("id").filter("H1"::equals).isPresent()),
            "X522 hypotheses.H1"),
        one(
            "a hypothesis that was left out is missed",
            STUDY
                .without(e -> e.text("id").filter("H1"::equals).isPresent())
                .and(skipped("hypotheses.H1")),
            "X522 hypotheses.H1"),
        one(
            "a verdict that the conditions do not give is found",
            STUDY.with(hypothesis("H1"), e -> e.with("verdict", "inconclusive")),
            "X523 hypotheses.H1"),
        one(
            "a hypothesis that nobody registered is found",
            STUDY.and(
                TraceEvent.of(TraceEvents.HYPOTHESIS)
                    .with("id", "H9")
                    .with("verdict", "falsified")),
            "X523 hypotheses.H9"),
        one(
            "a verdict without its values is a gap",
            STUDY.with(hypothesis("H2"), e -> without(e, "values")),
            "gap hypotheses.H2"),
        one(
            "a score of another definition is found once",
            STUDY.with(TraceEvents.SCORE, e -> e.with("definition", "squared correlation")),
            "X576 inference.cv_r2"),
        one(
            "an exploratory correlation left out is missed",
            STUDY.without(TraceEvents.CORRELATION),
            "X525 exploratory"),
        one(
            "an exploratory correlation by another method is found",
            STUDY.with(TraceEvents.CORRELATION, e -> e.with("method", "pearson")),
            "X525 exploratory"),
        one(
            "a correlation that nobody registered is found",
            STUDY.and(
                TraceEvent.of(TraceEvents.CORRELATION)
                    .with("outcome", "change")
                    .with("with", "iq")
                    .with("method", "pearson")),
            "X525 exploratory"),
        one(
            "another part that was left out is found",
            STUDY.and(skipped("sensitivity").with("because", "no time")),
            "X526 sensitivity"));
  }

  private static List<Case> run() {
    return List.of(
        one(
            "data that are not the sealed ones are found",
            STUDY.with(TraceEvents.DATA, e -> e.with("sha256", "cd".repeat(32))),
            "X511 data.tables.people"),
        one(
            "a sealed table that nobody read is a gap",
            STUDY
                .with(TraceEvents.FIT, "second", e -> e)
                .with(TraceEvents.DATA, e -> e.with("table", "persons")),
            "X511 data.tables.persons",
            "gap data.tables.people"),
        one(
            "another program is found",
            STUDY.with(TraceEvents.START, e -> e.with("tool", tool("R", "4.4"))),
            "X513 compute.engine.name"),
        one(
            "another version is found",
            STUDY.with(TraceEvents.START, e -> e.with("tool", tool("planlock", "0.2.0"))),
            "X513 compute.engine.version"),
        one(
            "a version that the plan names itself is one too",
            STUDY.planned("version: of_lock", "version: \">= 0.2\""),
            "X513 compute.engine.version"),
        one(
            "a version within the named range is none",
            STUDY.planned("version: of_lock", "version: \">= 0.1\"")),
        one(
            "a program that tells no version is a gap",
            STUDY.with(TraceEvents.START, e -> e.with("tool", onlyNamed("planlock"))),
            "gap compute.engine.version"),
        one(
            "another container is found where the trace tells it",
            STUDY
                .planned("version: of_lock", "version: of_lock, container: sha256 a")
                .with(
                    TraceEvents.START,
                    e ->
                        e.with(
                            "tool",
                            TraceValue.fields(
                                Map.of(
                                    "name", TraceValue.of("planlock"),
                                    "version", TraceValue.of("0.1.0"),
                                    "container", TraceValue.of("sha256 b"))))),
            "X513 compute.engine.container"),
        one(
            "the confirming program has a version too",
            STUDY
                .planned(
                    "same: 1e-9 relative",
                    "same: 1e-9 relative\n  confirm: {by: R glmnet, version: \"== 4.1-6\","
                        + " same: 0.001 relative}")
                .with(TraceEvents.START, e -> e.with("tool", tool("R glmnet", "4.1.8"))),
            "X513 compute.confirm.version"),
        one(
            "other rules of execution are found",
            STUDY.with(TraceEvents.START, e -> e.with("semantics", 2)),
            "X513 compute.engine"),
        one(
            "data outside their contract are found",
            STUDY.and(
                TraceEvent.of(TraceEvents.CONTRACT)
                    .with("table", "people")
                    .with("column", "age")
                    .with("problem", "`age` is 130 in line 4")
                    .with("because", "checked by hand")),
            "X518 data.columns.age"),
        one(
            "a table outside its contract is found",
            STUDY.and(
                TraceEvent.of(TraceEvents.CONTRACT)
                    .with("table", "people")
                    .without("column")
                    .with("problem", "a row stands twice")),
            "X518 data.tables.people"),
        one(
            "another plan is found",
            STUDY.with(TraceEvents.START, e -> e.with("plan", "sha256:" + SmallStudy.SHA)),
            "X527 plan"),
        one(
            "another lock is found",
            STUDY.with(TraceEvents.START, e -> e.with("lock", "sha256:" + SmallStudy.SHA)),
            "X527 plan"));
  }

  private static List<Case> plans() {
    return List.of(
        one(
            "a setting that no other finding shows is found",
            STUDY
                .setting("models.first.validate.edge", TraceValue.of("widen"))
                .setting("models.first.penalty.lambda_max.using", TraceValue.of("enrolled")),
            "X519 models.first.validate.edge",
            "X520 models.first.penalty.lambda_max.using"),
        one(
            "a setting in other words is the same",
            STUDY
                .setting("sample.target", TraceValue.of("7  enrolled"))
                .setting("models.first.penalty.l1_ratio", TraceValue.of("0.5 .. 1.0 by 0.5"))
                .setting("models.first.validate.repeats", TraceValue.of("1"))),
        one(
            "a grid and its setting are one deviation",
            STUDY
                .with(TraceEvents.GRID, "first", e -> e.withNumbers("l1Ratios", 0.4, 1))
                .setting("models.first.penalty.l1_ratio", TraceValue.numbers(0.4, 1)),
            "X504 models.first.penalty.l1_ratio"),
        one(
            "an override, its settings and what follows are one deviation",
            STUDY
                .with(
                    TraceEvents.START,
                    e ->
                        e.with("overrides", override("models.first.penalty.objective", "textbook")))
                .setting("models.first.penalty.objective", TraceValue.of("textbook"))
                .with(TraceEvents.GRID, "first", e -> e.with("objective", "textbook"))
                .with(TraceEvents.FIT, "first", e -> e.with("objective", "textbook")),
            "X516 models.first.penalty.objective"),
        one(
            "ties that were changed are where another choice comes from",
            STUDY
                .setting("models.first.validate.ties.within", TraceValue.of("1 absolute"))
                .with(
                    TraceEvents.SELECTION,
                    "first",
                    e -> e.with("l1Ratio", 1).with("lambda", 0.02).with("mse", 2.5))
                .with(TraceEvents.FIT, "first", e -> e.with("lambda", 0.02)),
            "X507 models.first.validate.ties"),
        one(
            "a set that was changed is where other terms come from",
            STUDY
                .setting("sets.clinical.terms", TraceValue.texts(List.of("age")))
                .with(TraceEvents.FIT, "first", e -> columns(e, "age"))
                .with(TraceEvents.DESIGN, "first", e -> columns(e, "age")),
            "X505 sets.clinical.terms"),
        one(
            "a seed of one's own is found",
            STUDY.setting("compute.rng.seed", TraceValue.of(42.0)),
            "X524 compute.rng.seed"),
        one(
            "a condition that was moved is found",
            STUDY.setting(
                "hypotheses.H1.corroborated", TraceValue.of("coefficient(first, age) > 1")),
            "X523 hypotheses.H1.corroborated"),
        one(
            "a place that the plan does not have is found",
            STUDY.setting("models.first.nonsense.deep", TraceValue.of(1.0)),
            "X520 models.first.nonsense.deep"),
        one(
            "a value that is missing where one is planned is found",
            STUDY.setting("models.first.penalty.objective", TraceValue.missing()),
            "X520 models.first.penalty.objective"),
        one(
            "an open field that was completed is named",
            STUDY.with(
                TraceEvents.START,
                e -> e.with("choices", override("retained", "abs(coefficient) > 0"))),
            "X519 retained"),
        one(
            "a whole part that was open and was completed is named",
            STUDY.setting("estimand.quantity", TraceValue.of("association")),
            "X519 estimand.quantity"),
        one(
            "an override for all models is one deviation in each",
            STUDY.with(
                TraceEvents.START, e -> e.with("overrides", override("penalty.solve", "glmnet"))),
            "X520 models.first.penalty.solve",
            "X520 models.second.penalty.solve",
            "X520 models.third.penalty.solve"));
  }

  private static TraceValue override(String path, String value) {
    return TraceValue.items(
        List.of(
            TraceValue.fields(Map.of("path", TraceValue.of(path), "value", TraceValue.of(value)))));
  }

  private static TraceValue tool(String name, String version) {
    return TraceValue.fields(
        Map.of("name", TraceValue.of(name), "version", TraceValue.of(version)));
  }

  private static TraceEvent skipped(String path) {
    return TraceEvent.of(TraceEvents.SKIPPED).with("path", path);
  }

  private static java.util.function.Predicate<TraceEvent> hypothesis(String id) {
    return e ->
        e.type().equals(TraceEvents.HYPOTHESIS) && e.text("id").filter(id::equals).isPresent();
  }

  private static boolean scales(TraceEvent event) {
    return event.text("verb").filter("scale"::equals).isPresent();
  }

  private static java.util.function.Predicate<TraceEvent> inFold(String fold) {
    return e -> scales(e) && e.text("fold").orElse("").equals(fold);
  }

  private static SmallStudy columns(String modelName, List<String> columns) {
    var names = columns.toArray(String[]::new);
    return STUDY
        .with(TraceEvents.FIT, modelName, e -> columns(e, names))
        .with(TraceEvents.DESIGN, modelName, e -> columns(e, names));
  }

  private static TraceEvent columns(TraceEvent event, String... columns) {
    var event2 = event.withTexts("columns", List.of(columns));
    return event.value("penaltyFactors").isEmpty()
        ? event2
        : event2
            .withNumbers(
                "penaltyFactors",
                Stream.of(columns)
                    .mapToDouble(c -> c.equals("age") ? 0 : c.equals("sex") ? 2 : 1)
                    .toArray())
            .withNumbers("coefficients", Stream.of(columns).mapToDouble(c -> 0.5).toArray());
  }

  private static SmallStudy lambdas(String modelName, List<Double> first) {
    var numbers = first.stream().mapToDouble(d -> d).toArray();
    var second = first.stream().mapToDouble(d -> d / 2).toArray();
    return STUDY.with(
        TraceEvents.GRID,
        modelName,
        e ->
            e.with(
                "lambdas",
                TraceValue.items(
                    List.of(TraceValue.numbers(numbers), TraceValue.numbers(second)))));
  }

  private static SmallStudy withoutLast(String origin, String rule, String because) {
    var left = SmallStudy.ANALYSED.subList(0, 5);
    var events = new ArrayList<TraceEvent>();
    for (var event : STUDY.events()) {
      events.add(shorter(event, left));
      if (event.type().equals(TraceEvents.EXCLUSION)) {
        events.add(
            event
                .with("id", "s6")
                .with("rule", rule)
                .with("because", because)
                .with("origin", origin));
      }
    }
    events.removeIf(e -> e.text("fold").filter("6"::equals).isPresent());
    return STUDY.events(events);
  }

  private static TraceEvent shorter(TraceEvent event, List<String> left) {
    var changed = event;
    for (var field : List.of("ids", "rows", "fitRows")) {
      var ids = changed.texts(field);
      if (ids.isPresent() && !event.type().equals(TraceEvents.ENROLLED)) {
        changed = changed.withTexts(field, ids.get().stream().filter(left::contains).toList());
      }
    }
    if (event.type().equals(TraceEvents.SAMPLE)) {
      changed = changed.with("n", left.size());
    }
    return event.type().equals(TraceEvents.FOLDS)
        ? changed.with("fold", TraceValue.wholes(1, 2, 3, 4, 5))
        : changed;
  }

  private static SmallStudy reordered() {
    var ids = List.of("s2", "s1", "s3", "s4", "s5", "s6");
    var events = new ArrayList<TraceEvent>();
    for (var event : STUDY.events()) {
      var field = event.value("ids").isPresent() ? "ids" : "rows";
      boolean whole = event.texts(field).filter(SmallStudy.ANALYSED::equals).isPresent();
      var moved = whole ? event.withTexts(field, ids) : event;
      events.add(
          event.type().equals(TraceEvents.FOLDS)
              ? moved.with("fold", TraceValue.wholes(2, 1, 3, 4, 5, 6))
              : moved);
    }
    return STUDY.events(events);
  }

  private static SmallStudy swapped() {
    var events = new ArrayList<>(STUDY.events());
    var code = first(e -> e.text("verb").filter("code"::equals).isPresent());
    var scale = first(inFold(""));
    int at = events.indexOf(code);
    events.set(at, scale);
    events.set(at + 1, code);
    return STUDY.events(events);
  }

  private static TraceEvent first(java.util.function.Predicate<TraceEvent> which) {
    return STUDY.events().stream().filter(which).findFirst().orElseThrow();
  }

  private static TraceEvent without(TraceEvent event, String field) {
    var rest = new java.util.LinkedHashMap<>(event.members());
    rest.remove(field);
    return new TraceEvent(event.seq(), event.type(), rest);
  }
}
