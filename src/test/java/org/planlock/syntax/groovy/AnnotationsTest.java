package org.planlock.syntax.groovy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;

/** Where annotations stand, carets stand under all of their name. */
class AnnotationsTest {
  @ParameterizedTest
  @CsvSource({
    "@Grab('a:b:1') import b.*,             @Grab",
    "@groovy.transform.ASTTest(x) def y,    @groovy.transform.ASTTest",
    "@Field planlock 1,                      @Field",
    "planlock @Lazy 'x',                       @Lazy",
    "planlock '1' @Newify,                     @Newify",
    "@ Grab import b.*,                     @",
    "@ { },                                 @"
  })
  void theNameIsPartOfThePlace(String statement, String name) {
    var source = SourceFile.of("a.plan.groovy", statement + "\n");
    var found = new GroovyPlanReader().read(source).diagnostics().get(0);
    assertThat(found.rule()).isEqualTo(Rule.CODE_IN_PLAN);
    assertThat(found.span().text()).isEqualTo(name);
    assertThat(found.message()).isEqualTo("`" + name + "` is an annotation");
  }
}
