package org.planlock.plan.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.planlock.plan.fit.LambdaEnd;
import org.planlock.plan.prepare.Crossing;
import org.planlock.plan.prepare.ImputeBy;
import org.planlock.plan.prepare.MissingLimit;
import org.planlock.plan.prepare.Product;
import org.planlock.plan.sample.Abort;
import org.planlock.plan.sample.RowOrder;
import org.planlock.plan.sample.RowRule;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/** Each phrase of the language is read in its forms, written in one, and refused when near it. */
final class PhraseFormsTest {
  @TestFactory
  Stream<DynamicTest> aPhraseIsWrittenInOneForm() {
    return Stream.of(
        written("max", text(LambdaEnd::parse), "max"),
        written("1 * max", text(LambdaEnd::parse), "max"),
        written("0.01*max", text(LambdaEnd::parse), "0.01 * max"),
        written("0.5", text(LambdaEnd::parse), "0.5"),
        written("1e-9 relative", text(Tolerance::parse), "1e-9 relative"),
        written("0 absolute", text(Tolerance::parse), "0 absolute"),
        written("a few words", text(Words::parse), "a few words"),
        written("= 1.1.4", text(VersionBound::parse), "== 1.1.4"),
        written(">=\"4.4\"", text(VersionBound::parse), ">= 4.4"),
        written("== 50 %", text(Threshold::parse), "= 50 %"),
        written(">=3", text(Threshold::parse), ">= 3"),
        written("21 of 21", text(PartOf::parse), "21 of 21"),
        written("128 s", text(Quantity::parse), "128 s"),
        written("20%", text(Quantity::parse), "20 %"),
        written("20", text(Quantity::parse), "20"),
        written("id descending", text(RowOrder::parse), "id descending"),
        written("file", text(RowOrder::parse), "file"),
        written("all", text(RowRule::parse), "all"),
        written("complete_cases on a,b", text(RowRule::parse), "complete_cases on a, b"),
        written("age x sex", text(Crossing::parse), "age x sex"),
        written("median", text(ImputeBy::parse), "median(mean_of_middle_two)"),
        written("constant 0", text(ImputeBy::parse), "constant 0"),
        written("complete_case", text(ImputeBy::parse), "complete_case"),
        written("product( scaled age ,raw sex )", text(Product::parse), "product(scaled, raw)"),
        written(
            "20% per column of analysis_set",
            text(MissingLimit::parse), "20 % per column of analysis_set"));
  }

  @TestFactory
  Stream<DynamicTest> aPhraseThatIsNearlyOneIsRefused() {
    return Stream.of(
        refused("max * 0.01", text(LambdaEnd::parse)),
        refused("0.01 * min", text(LambdaEnd::parse)),
        refused("1 * 2 * max", text(LambdaEnd::parse)),
        refused("-1e-9 relative", text(Tolerance::parse)),
        refused("1e-9", text(Tolerance::parse)),
        refused("few relative", text(Tolerance::parse)),
        refused("  ", text(Words::parse)),
        refused("~ 1.1", text(VersionBound::parse)),
        refused("50 %", text(Threshold::parse)),
        refused(">= half", text(Threshold::parse)),
        refused("22 of 21", text(PartOf::parse)),
        refused("a of 21", text(PartOf::parse)),
        refused("20 % of 3", text(Quantity::parse)),
        refused("many s", text(Quantity::parse)),
        refused("id upwards", text(RowOrder::parse)),
        refused("id", text(RowOrder::parse)),
        refused("complete cases on a", text(RowRule::parse)),
        refused("age by sex", text(Crossing::parse)),
        refused("mode", text(ImputeBy::parse)),
        refused("constant zero", text(ImputeBy::parse)),
        refused("product(scaled)", text(Product::parse)),
        refused("20 % per row of analysis_set", text(MissingLimit::parse)),
        refused("x % per column of enrolled", text(MissingLimit::parse)),
        refused("below few in enrolled", text(t -> Abort.parse(t).map(a -> new Words("read")))),
        refused("below 6 in bed", text(t -> Abort.parse(t).map(a -> new Words("read")))));
  }

  @Test
  void aLimitOfGroupsIsNoLimitOfAll() {
    var limits =
        Abort.parse("below 6 per group in training_fold, 10 in analysis_set").orElseThrow();
    assertThat(limits.below())
        .containsExactly(
            new Abort.Limit(Optional.of(6), Optional.empty(), Scope.TRAINING_FOLD),
            new Abort.Limit(Optional.empty(), Optional.of(10), Scope.ANALYSIS_SET));
  }

  @Test
  void aSeedIsThePlansOrANumberOfItsOwn() {
    assertThat(Seed.parse("from plan")).isEqualTo(Seed.parse("plan_digest"));
    assertThat(Seed.parse("42").orElseThrow().shortForm()).contains("42");
    assertThat(Seed.parse("from plan").orElseThrow().shortForm()).contains("plan_digest");
    assertThat(new Seed(Optional.of(42L), Optional.of("as in the pilot")).shortForm()).isEmpty();
    assertThat(Seed.parse("-1")).isEmpty();
    assertThat(Seed.parse("1234567890123456")).isEmpty();
  }

  @Test
  void numbersKeepTheirSignAndTheirSizeWhenWritten() {
    assertThat(decimal("-1.5e-9").text()).isEqualTo("-1.5e-9");
    assertThat(decimal("1e22").text()).isEqualTo("1e+22");
    assertThat(decimal("-1e22").text()).isEqualTo("-1e+22");
    assertThat(decimal("-0.0").text()).isEqualTo("0");
    assertThat(new Decimal(new BigDecimal("1e999")).isExact()).isFalse();
    assertThat(Decimal.parse("1e999")).isEmpty();
    assertThat(Decimal.parse("9007199254740993")).isEmpty();
  }

  @Test
  void treesAreEqualByWhatTheySay() {
    var one = new TreeValue(scalar("a", "here"));
    assertThat(one).isEqualTo(new TreeValue(scalar("a", "there")));
    assertThat(one).isNotEqualTo(new TreeValue(scalar("b", "here")));
    assertThat((Object) one).isNotEqualTo("a");
  }

  private static PlanNode scalar(String text, String place) {
    return new PlanNode.Scalar(text, Span.none(place));
  }

  private static Decimal decimal(String text) {
    return Decimal.parse(text).orElseThrow();
  }

  private static <T extends Phrase> Function<String, Optional<String>> text(
      Function<String, Optional<T>> parse) {
    return text -> parse.apply(text).map(Phrase::text);
  }

  private static DynamicTest written(
      String text, Function<String, Optional<String>> parse, String form) {
    return DynamicTest.dynamicTest(
        "`" + text + "` is `" + form + "`",
        () -> {
          assertThat(parse.apply(text)).contains(form);
          assertThat(parse.apply(form)).contains(form);
        });
  }

  private static DynamicTest refused(String text, Function<String, Optional<String>> parse) {
    return DynamicTest.dynamicTest(
        "`" + text + "` is refused", () -> assertThat(parse.apply(text)).isEmpty());
  }
}
