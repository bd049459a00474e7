package org.planlock.syntax.notation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.planlock.plan.PlanBinder;
import org.planlock.source.SourceFile;
import org.planlock.syntax.Trees;

class CanonicalPlanIsWritableTest {
  @ParameterizedTest
  @EnumSource(PlanNotation.class)
  void withEveryDefaultSpeltOut(PlanNotation notation) {
    for (String name : new String[] {"ketamine-ptsd.plan.yaml", "first.plan"}) {
      var plan = PlanNotation.of(name).orThrow().reader().read(Trees.target(name)).orThrow();
      var canonical = PlanBinder.bind(plan).orThrow().canonical();
      var text = notation.writer().write(canonical);
      assertThat(text.diagnostics()).isEmpty();
      var back = notation.reader().read(SourceFile.of("back", text.orThrow())).orThrow();
      assertThat(Trees.difference(canonical, PlanBinder.bind(back).orThrow().canonical()))
          .isEmpty();
      assertThat(PlanBinder.bind(back).orThrow().plan())
          .isEqualTo(PlanBinder.bind(plan).orThrow().plan());
    }
  }
}
