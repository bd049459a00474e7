package org.planlock.execution.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.result.ModelResult;
import org.planlock.execution.result.Results;

/**
 * A plan without penalty. Expected numbers: R 4.2.2, {@code lm(y ~ x + z)} on the ten rows of
 * {@link SmallStudy}, and the same without each row, or each site, in turn.
 */
final class LeastSquaresPlanTest {
  private static final Offset<Double> CLOSE = within(1e-10);

  @TempDir private Path folder;

  @Test
  void givesTheNumbersOfLm() {
    var both = both(SmallStudy.with(folder, "").results());
    assertThat(both.coefficients().intercept()).isCloseTo(0.808335750822941, CLOSE);
    assertThat(both.coefficients().of("x"))
        .hasValueSatisfying(b -> assertThat(b).isCloseTo(1.698245483809824, CLOSE));
    assertThat(both.coefficients().of("z"))
        .hasValueSatisfying(b -> assertThat(b).isCloseTo(1.064792023179572, CLOSE));
    assertThat(both.r2("inSample").orElseThrow()).isCloseTo(0.996224069759243, CLOSE);
    var cv = both.cv().orElseThrow();
    assertThat(cv.error()).isCloseTo(0.234818277006215, CLOSE);
    assertThat(cv.se()).isCloseTo(0.0987828049412677, CLOSE);
    assertThat(cv.interceptOnlyError()).isCloseTo(29.2445679012346, CLOSE);
    assertThat(both.r2("crossValidated").orElseThrow()).isCloseTo(0.991970533543212, CLOSE);
    assertThat(cv.selected()).isEmpty();
    assertThat(cv.foldFits().get(1).of("z").orElseThrow()).isCloseTo(1.217327639677479, CLOSE);
  }

  @Test
  void leavesWholeSitesOutWhereFoldsAreGiven() {
    var bySite = SmallStudy.with(folder, "").with("validate.scheme", "given site");
    assertThat(both(bySite.results()).cv().orElseThrow().error())
        .isCloseTo(0.264776558998382, CLOSE);
    var overFolds = bySite.with("validate.loss", "{of: squared_error, aggregate: mean over folds}");
    assertThat(both(overFolds.results()).cv().orElseThrow().error())
        .isCloseTo(0.268138682549508, CLOSE);
  }

  @Test
  void comparesModelsByTheirErrors() {
    var compared =
        SmallStudy.with(folder, "compare: [{model: both, with: first, by: cv_mse}]\n").results();
    var comparison = compared.comparisons().get(0);
    var models = compared.byName();
    var first = Objects.requireNonNull(models.get("first")).cv().orElseThrow().error();
    assertThat(comparison.difference().orElseThrow()).isEqualTo(0.234818277006215 - first, CLOSE);
    assertThat(comparison.reducedValue()).hasValue(first);
  }

  @Test
  void saysSoWhereAComparisonHasNoValue() {
    var compared =
        SmallStudy.with(folder, "compare: [{model: both, with: first, by: likelihood}]\n")
            .carriedOut();
    assertThat(compared.orThrow().findings())
        .containsExactly("`compare both with first` by `likelihood` has no value");
    assertThat(compared.diagnostics().get(0).span().file().name()).isEqualTo("test.plan.yaml");
  }

  @Test
  void correlatesOutsideTheFamily() {
    var correlated =
        SmallStudy.with(
                folder,
                """
                exploratory:
                  - {correlate: gain, with: x, by: pearson, rows: pairwise_complete, reason: data_driven}
                  - {correlate: gain, with: z, by: spearman, rows: pairwise_complete, reason: data_driven}
                """)
            .results()
            .exploratory();
    // R: cor.test(x, y); cor.test(z, y, method = "spearman", exact = FALSE)
    assertThat(correlated.get(0).value().orElseThrow()).isCloseTo(0.979615514150025, CLOSE);
    assertThat(correlated.get(0).p().orElseThrow()).isCloseTo(7.3707857001572e-07, within(1e-15));
    assertThat(correlated.get(1).value().orElseThrow()).isCloseTo(0.284848484848485, CLOSE);
    assertThat(correlated.get(1).p().orElseThrow()).isCloseTo(0.425038154892145, CLOSE);
  }

  @Test
  void leavesOutWhatThePlanDoesNotDefine() {
    var silent = SmallStudy.with(folder, "").with("inference", "{scores: []}");
    assertThat(both(silent.results()).r2()).isEmpty();
  }

  @Test
  void refusesMoreTermsThanRowsCanCarry() {
    var few =
        SmallStudy.with(folder, "")
            .with("sample", "{order: file, rules: [{include: x < 3, because: small}]}");
    assertThat(few.carriedOut().diagnostics())
        .filteredOn(Diagnostic::isError)
        .extracting(Diagnostic::rule)
        .contains(Rule.TOO_FEW_ROWS);
  }

  @Test
  void refusesATermThatIsACopyOfAnother() {
    var copied =
        SmallStudy.with(folder, "")
            .with(
                "variables",
                "[{name: gain, role: outcome, value: y}, {name: copy, role: covariate, value: 2 *"
                    + " x}]")
            .with("models.both.terms", "[x, copy]");
    assertThat(copied.carriedOut().diagnostics())
        .filteredOn(Diagnostic::isError)
        .extracting(Diagnostic::rule, Diagnostic::message)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Rule.DEPENDENT_TERMS, "`copy` is a combination of the terms before it in `both`"));
  }

  @Test
  void refusesMoreFoldsThanRows() {
    var many =
        SmallStudy.with(folder, "")
            .with("validate.scheme", "k_fold 11")
            .with("validate.repeats", "1")
            .with("validate.seed", "plan_digest");
    assertThat(many.carriedOut().diagnostics())
        .extracting(Diagnostic::message)
        .contains("11 folds cannot be made of 10");
  }

  @Test
  void asksForWhatThePlanLeavesOpenBeforeAnythingIsRead() {
    var open = SmallStudy.with(folder, "").with("validate.scheme", "k_fold 5");
    assertThat(open.carriedOut().diagnostics())
        .extracting(Diagnostic::rule)
        .containsOnly(Rule.OPEN_CHOICE);
    assertThat(open.trace.trace("t").events()).isEmpty();
  }

  @Test
  void reportsAnAlternativeThatCannotBeCarriedOut() {
    var results =
        SmallStudy.with(
                folder,
                """
                sensitivity:
                  variants:
                    - {name: shrunk, set: [{path: models.both.terms, value: [x, z, nothing]}]}
                """)
            .carriedOut();
    var variant = results.orThrow().sensitivity().get(0);
    assertThat(variant.notExecuted()).isPresent();
    assertThat(results.diagnostics())
        .extracting(Diagnostic::rule)
        .contains(Rule.VARIANT_NOT_EXECUTED);
  }

  private static ModelResult both(Results results) {
    return Objects.requireNonNull(results.byName().get("both"));
  }
}
