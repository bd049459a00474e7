package org.planlock.plan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.PlanBinder;
import org.planlock.plan.coverage.Coverage;
import org.planlock.report.DiagnosticText;
import org.planlock.report.Style;
import org.planlock.source.SourceFile;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.dsl.DslPlanReader;
import org.planlock.syntax.yaml.YamlPlanReader;

/** Plans that a lab would write: no errors, and few remarks that each teach something. */
class WholePlansTest {
  private static final String TARGETS = "src/test/resources/targets/";

  @ParameterizedTest
  @CsvSource({
    TARGETS + "first.plan, P269",
    TARGETS + "ketamine-ptsd.plan, P245 P250 P269",
    TARGETS + "ketamine-ptsd.plan.yaml, P245 P250 P269",
    "examples/ketamine-ptsd/ketamine-ptsd.plan, P245 P250 P269",
    "examples/ketamine-ptsd/ketamine-ptsd.plan.yaml, P245 P250 P269",
    "examples/diabetes/diabetes.plan, P269 P281",
    "examples/diabetes/diabetes.plan.yaml, P269 P281"
  })
  void haveNoErrorAndFewRemarks(String file, String remarks) throws IOException {
    var found = PlanChecks.all(bind(file));
    assertThat(found.stream().map(finding -> finding.rule().code()).sorted())
        .as(new DiagnosticText(Style.PLAIN).of(found))
        .containsExactly(remarks.split(" "));
    assertThat(found).noneMatch(Diagnostic::isError);
  }

  @Test
  void aBoundPlanReadFromItsCanonicalTreeHasTheSameFindings() throws IOException {
    var bound = bind(TARGETS + "ketamine-ptsd.plan.yaml");
    var again = PlanBinder.bind(bound.canonical()).orThrow();
    assertThat(codes(PlanChecks.all(again))).isEqualTo(codes(PlanChecks.all(bound)));
  }

  @Test
  void aPlanThatSaysNothingHasNoFinding() {
    assertThat(PlanChecks.all(bindText("planlock: 1\nplan: {id: empty}\n"))).isEmpty();
  }

  @Test
  void aVeryLongRuleIsCheckedLikeAShortOne() {
    var rule =
        IntStream.range(0, 3000)
            .mapToObj(i -> "\"age > " + i + "\"")
            .collect(Collectors.joining(", ", "{all: [", "]}"));
    var text =
        "planlock: 1\nplan: {id: long}\nsample: {rules: [{include: "
            + rule
            + ", because: long}, {include: age <= 2999, because: short}]}\n";
    assertThat(codes(PlanChecks.all(bindText(text)))).contains("P261");
  }

  @Test
  void aSetMayBePartOfTwoSetsThatOneModelUses() {
    var text =
        """
        planlock: 1
        plan: {id: sets}
        sets:
          - {name: core, terms: [a, b]}
          - {name: left, terms: [core, c]}
          - {name: right, terms: [core, d]}
          - {name: all, terms: [left, right]}
        models: [{name: m1, outcome: y, terms: [all]}, {name: m2, outcome: y, terms: [core]}]
        """;
    var facts = PlanFacts.of(bindText(text));
    assertThat(facts.terms().of(facts.models().get(0))).containsExactly("a", "b", "c", "d");
  }

  @Test
  void saysWhichModelsDifferByWhichTerms() throws IOException {
    var facts = PlanFacts.of(bind(TARGETS + "ketamine-ptsd.plan.yaml"));
    var sizes = facts.models().stream().map(model -> facts.terms().of(model).size()).toList();
    // 14 measures + 5 clinical; + group; + 14 products; + madrs_change: counted by hand
    assertThat(sizes).isEqualTo(List.of(19, 20, 34, 35));
  }

  @Test
  void aSetByPatternStandsForColumnsThatNobodyListed() {
    var text =
        """
        planlock: 1
        plan: {id: patterns}
        data: {tables: [{name: rpn, file: r.csv, key: [id]}], columns: [{name: y, table: rpn}]}
        sets: [{name: circuit, columns: fc_*, in: rpn}]
        prepare: [{name: main, steps: [{step: 1, scale: [circuit]}], columns: [circuit]}]
        models:
          - {name: few, outcome: y, terms: [fc_1]}
          - {name: m1, outcome: y, terms: [circuit]}
        hypotheses: [{id: H1, corroborated: "coefficient(m1, fc_1) > 0"}]
        """;
    assertThat(PlanChecks.all(bindText(text))).isEmpty();
  }

  /** Each word of a complete plan is spoilt in turn; what still binds is checked to the end. */
  @Test
  void aPlanWithAnyOneWordSpoiltIsCheckedToTheEnd() throws IOException {
    var text = Files.readString(Path.of(TARGETS + "ketamine-ptsd.plan.yaml"));
    var source = SourceFile.of("spoilt.plan.yaml", text);
    var tree = new YamlPlanReader().read(source).orThrow();
    int leaves = Spoilt.count(tree);
    int checked = 0;
    for (int i = 0; i < leaves; i += 11) {
      var bound = PlanBinder.bind((PlanNode.Mapping) Spoilt.at(tree, i));
      if (bound.isSound()) {
        checked++;
        assertThat(PlanChecks.all(bound.orThrow())).isNotEmpty();
        assertThat(Coverage.of(bound.orThrow()).fields()).hasSize(78);
      }
    }
    assertThat(checked).isGreaterThan(20);
  }

  private static List<String> codes(List<Diagnostic> found) {
    return found.stream().map(finding -> finding.rule().code()).sorted().toList();
  }

  private static BoundPlan bindText(String text) {
    return new YamlPlanReader()
        .read(SourceFile.of("x.plan.yaml", text))
        .then(PlanBinder::bind)
        .orThrow();
  }

  private static BoundPlan bind(String file) throws IOException {
    var path = Path.of(file);
    var source =
        SourceFile.of(
            path.getFileName().toString(), Files.readString(path, StandardCharsets.UTF_8));
    var reader = file.endsWith(".yaml") ? new YamlPlanReader() : new DslPlanReader();
    return reader.read(source).then(PlanBinder::bind).orThrow();
  }
}
