package org.planlock.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.coverage.CoverageField;
import org.planlock.plan.coverage.CoverageFields;

/**
 * Every kind of deviation has its finding, every finding its kind, every field one or the other.
 */
final class KindsTest {
  /** A general finding takes the kind of its field; the others are about declarations and gaps. */
  private static final Set<Rule> OF_NO_ONE_KIND =
      Set.of(
          Rule.CHANGED_SETTING,
          Rule.OPEN_FIELD_COMPLETED,
          Rule.DECLARED_NOT_FOUND,
          Rule.TIMING_CONTRADICTED,
          Rule.SEVERITY_LOWERED,
          Rule.DECLARED_TWICE,
          Rule.EVIDENCE_MISSING);

  /** Layout is in no canonical form. */
  private static final Set<DeviationKind> ELSEWHERE = Set.of(DeviationKind.HARMLESS);

  @Test
  void fortyOneKindsAreSeenAndThreeCannotBe() {
    var unseen =
        Arrays.stream(DeviationKind.values())
            .filter(kind -> kind.whyUnseen().isPresent())
            .map(DeviationKind::code);
    assertThat(unseen).containsExactly("V-T5", "V-R3", "V-R4");
    assertThat(DeviationKind.values()).hasSize(44);
    assertThat(Arrays.stream(DeviationKind.values()).map(DeviationKind::code))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void aKindHasFindingsOrASentence(DeviationKind kind) {
    boolean seen = !kind.rules().isEmpty() || ELSEWHERE.contains(kind);
    assertThat(seen).isEqualTo(kind.whyUnseen().isEmpty());
    kind.rules().forEach(rule -> assertThat(DeviationKind.of(rule)).as(rule.code()).contains(kind));
    kind.whyUnseen().ifPresent(why -> assertThat(why).endsWith("."));
  }

  @Test
  void everyFindingOfADeviationIsOfAKind() {
    var without =
        Arrays.stream(Rule.values())
            .filter(rule -> rule.code().startsWith("X"))
            .filter(rule -> DeviationKind.of(rule).isEmpty())
            .collect(Collectors.toSet());
    assertThat(without).isEqualTo(OF_NO_ONE_KIND);
  }

  @Test
  void theFieldsAreThoseOfACompletePlan() {
    assertThat(Arrays.stream(FieldCheck.values()).map(Enum::name))
        .containsExactlyElementsOf(CoverageFields.all().stream().map(CoverageField::id).toList());
  }

  @ParameterizedTest
  @EnumSource
  void aFieldHasFindingsOrASentence(FieldCheck check) {
    assertThat(check.rules().isEmpty()).isEqualTo(check.whyUnseen().isPresent());
    check.whyUnseen().ifPresent(why -> assertThat(why).endsWith("."));
    assertThat(FieldCheck.named(check.name())).contains(check);
  }

  @Test
  void whatIsSaidOfAFieldLiesAtItsPlace() {
    for (var field : CoverageFields.all()) {
      var check = FieldCheck.named(field.id()).orElseThrow();
      var paths = field.paths().map(KindsTest::anyName).toList();
      assertThat(paths)
          .as(field.id())
          .anySatisfy(path -> assertThat(FieldCheck.at(path)).as(path).contains(check));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "models.m1.penalty.l1_ratio | H2",
        "penalty.l1_ratio | H2",
        "models[model 1].validate.ties.prefer | I5",
        "prepare[impute imaging].by | F1",
        "prepare.main[scale clinical].using | G4",
        "prepare.main.columns | G5",
        "prepare[code sex] | G2",
        "prepare | E5",
        "variables.d_(measure).value | B2 B4",
        "sample.rules[too few \\] measures].exclude | B6 C2",
        "data.columns.age.range | K6",
        "inference.scores.r | I7",
        "nothing.of.the.kind | ''",
      })
  void aPathNamesItsFields(String path, String fields) {
    var named = FieldCheck.at(path).stream().map(Enum::name).collect(Collectors.joining(" "));
    assertThat(named).isEqualTo(fields);
  }

  @Test
  void anotherThresholdIsOneAndAnyOtherChangeOfARuleIsAnExclusion() {
    var path = "sample.rules[adults].include";
    assertThat(DeviationKind.of("X562", path)).contains(DeviationKind.THRESHOLD);
    assertThat(DeviationKind.of("X520", path)).contains(DeviationKind.EXCLUSION);
    assertThat(DeviationKind.of("X519", path)).contains(DeviationKind.EXCLUSION);
  }

  /** A path of the catalogue as one plan would have it. */
  private static String anyName(String path) {
    return path.replaceAll("\\.\\*", ".any")
        .replaceAll("prepare\\.any\\.steps\\[\\+?(\\w+)\\]", "prepare[$1 any]")
        .replaceAll("\\[[#+][^\\]]*\\]", ".any")
        .replaceAll("measures\\[\\w+\\]", "measures.any")
        .replaceAll("\\.steps", "")
        .replaceAll("/\\w+", "");
  }
}
