package org.planlock.syntax.notation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.diagnostic.Rule;

class PlanNotationTest {
  @ParameterizedTest
  @CsvSource({
    "a.plan,PLAN",
    "a.plan.yaml,YAML",
    "dir/A.YML,YAML",
    "a.yaml,YAML",
    "a.plan.groovy,GROOVY",
    "B.PLAN.GROOVY,GROOVY"
  })
  void isChosenByTheEndOfTheName(String name, PlanNotation notation) {
    assertThat(PlanNotation.of(name).orThrow()).isEqualTo(notation);
  }

  @Test
  void tellsAPlanInGroovyFromAnAnalysisInGroovy() {
    var found = PlanNotation.of("analysis.groovy").diagnostics().get(0);
    assertThat(found.rule()).isEqualTo(Rule.UNKNOWN_NOTATION);
    assertThat(found.message()).contains("a plan in Groovy ends in `.plan.groovy`");
  }

  @Test
  void helpsWithOtherNames() {
    assertThat(PlanNotation.of("plan.txt").diagnostics().get(0).helps()).isNotEmpty();
  }
}
