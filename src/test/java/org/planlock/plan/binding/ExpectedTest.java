package org.planlock.plan.binding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.plan.Plan;
import org.planlock.plan.binding.KeyMeaning.Says;
import org.planlock.source.SourceFile;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.yaml.YamlPlanReader;

/** What editors are told of a place before anything stands there. */
class ExpectedTest {
  @Test
  void thePlanHasItsParts() {
    assertThat(Expected.of(Plan.class).keys(null))
        .extracting(Expected::key)
        .contains("models", "plan");
    assertThat(Expected.of(Plan.class).key()).isEmpty();
    assertThat(Expected.of(Plan.class).meaning()).isEmpty();
    assertThat(Expected.of(Plan.class).mention().says()).isEqualTo(Says.NOTHING);
    assertThat(Expected.of(Plan.class).isRequired()).isFalse();
    assertThat(Expected.of(Plan.class).technical()).isEmpty();
    assertThat(Expected.of(Plan.class).form()).isEqualTo("keys with values");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "penalty l1_ratio | list of: a number, at least 0 and at most 1",
        "penalty standardize | `true`, `false`",
        "penalty objective | `glmnet`, `textbook`",
        "penalty lambda | keys with values",
        "sample target | a count and a scope, such as `21 enrolled`",
        "sample abort | limits such as `below 8 per group in analysis_set`",
        "variables value | an expression",
        "models | list of: keys with values",
        "models name | text",
        "compute same | a number and `relative` or `absolute`, such as `1e-12 relative`",
        "sensitivity variants set value | one value"
      })
  void sayWhatStandsThere(String path, String form) {
    assertThat(at(path).form()).isEqualTo(form);
  }

  @Test
  void knowsWordsDefaultsAndWhatMayBeLeftOut() {
    assertThat(at("penalty solve").words()).containsExactly("exact", "glmnet");
    assertThat(at("penalty solve").technical()).contains("exact");
    assertThat(at("penalty kkt").technical()).isEmpty();
    assertThat(at("penalty standardize").words()).containsExactly("true", "false");
    assertThat(at("data tables complete").words()).containsExactly("true", "false");
    assertThat(at("models terms").words()).isEmpty();
    assertThat(at("penalty objective").mayNotApply()).isTrue();
    assertThat(at("penalty family").mayNotApply()).isFalse();
    assertThat(at("penalty family").isRequired()).isTrue();
    assertThat(at("penalty solve").isRequired()).isFalse();
    assertThat(at("models terms").isRequired()).isFalse();
    assertThat(at("variables value").isExpression()).isTrue();
    assertThat(at("sensitivity variants set value").isAnything()).isTrue();
    assertThat(at("models").isList()).isTrue();
    assertThat(at("penalty").isList()).isFalse();
  }

  @Test
  void knowsWhatNamesStandThere() {
    assertThat(at("models terms").mention().kinds()).contains(NameKind.COLUMN, NameKind.SET);
    assertThat(at("models name").mention().says()).isEqualTo(Says.DECLARES);
    assertThat(at("data tables file").mention().says()).isEqualTo(Says.FILE);
    assertThat(at("sensitivity variants set path").mention().says()).isEqualTo(Says.PATH);
    assertThat(NameKind.COLUMN.rivals()).contains(NameKind.VARIABLE, NameKind.SET);
    assertThat(NameKind.MODEL.rivals()).containsExactly(NameKind.MODEL);
    assertThat(NameKind.REGION.word()).isEqualTo("region");
  }

  @Test
  void anAlternativeIsChosenByWhatStandsThere() {
    var step = at("prepare").item().under("steps", null).orElseThrow().item();
    assertThat(step.keys(null)).extracting(Expected::key).contains("scale", "impute", "to");
    assertThat(step.keys(tree("{step: 1, scale: [a]}")))
        .extracting(Expected::key)
        .containsExactly("step", "scale", "to", "constant", "using");
    assertThat(step.under("to", tree("{step: 1, impute: [a]}"))).isEmpty();
    assertThat(at("penalty lambda").keys(tree("{listed: [1]}")))
        .extracting(Expected::key)
        .containsExactly("listed");
    assertThat(at("models name").keys(null)).isEmpty();
  }

  private static Expected at(String path) {
    var place = Expected.of(Plan.class);
    for (var key : path.split(" ")) {
      place = place.item().under(key, null).orElseThrow();
    }
    return place;
  }

  private static PlanNode tree(String yaml) {
    return new YamlPlanReader()
        .read(SourceFile.of("x", "x: " + yaml + "\n"))
        .orThrow()
        .get("x")
        .orElseThrow();
  }
}
