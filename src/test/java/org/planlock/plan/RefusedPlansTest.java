package org.planlock.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;
import org.planlock.syntax.TreeText;
import org.planlock.syntax.yaml.YamlPlanReader;

/** One mistake in a plan is one finding, with what to write instead; near to it lies what binds. */
final class RefusedPlansTest {
  private static final String HEAD = "planlock: 1\nplan: {id: small, title: A small plan}\n";
  private static final String PENALTY = "penalty:\n  family: elastic_net\n  ";

  private record Case(String text, Rule rule, String help) {}

  @TestFactory
  Stream<DynamicTest> aMistakeIsNamedWithItsRemedy() {
    return cases()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.text().strip(),
                    () -> {
                      var found = findings(each.text());
                      assertThat(found).extracting(Diagnostic::rule).containsExactly(each.rule());
                      assertThat(String.join(" / ", found.get(0).helps())).contains(each.help());
                    }));
  }

  @Test
  void aMistakeThatSeveralModelsTakeOverIsNamedOnce() {
    var models = "models:\n  a: {outcome: y, terms: [x]}\n  b: {outcome: y, terms: [z]}\n";
    assertThat(findings(PENALTY + "l1_ratio: 0.1 .. 1 by 0.4\n" + models))
        .extracting(Diagnostic::rule)
        .filteredOn(Rule.UNREADABLE_PHRASE::equals)
        .hasSize(1);
  }

  private static Stream<Case> cases() {
    return Stream.of(
        grid("a .. 1 by 0.1", Rule.UNREADABLE_PHRASE, "0.1 .. 1.0 by 0.1"),
        grid("0.1 .. b by 0.1", Rule.UNREADABLE_PHRASE, "0.1 .. 1.0 by 0.1"),
        grid("0.1 .. 1 by c", Rule.UNREADABLE_PHRASE, "0.1 .. 1.0 by 0.1"),
        grid("0.1 .. 1 by 0", Rule.UNREADABLE_PHRASE, "0.1 .. 1.0 by 0.1"),
        grid("1 .. 0.1 by 0.1", Rule.UNREADABLE_PHRASE, "0.1 .. 1.0 by 0.1"),
        grid("0.1 .. 1 by 0.4", Rule.UNREADABLE_PHRASE, "list the values"),
        grid("0 .. 1 by 0.0001", Rule.UNREADABLE_PHRASE, "list the values"),
        grid("0.5 .. 1.5 by 0.5", Rule.OUT_OF_RANGE, ""),
        grid("[0.5, -0.5]", Rule.OUT_OF_RANGE, "at least 0 and at most 1"),
        grid("[50]", Rule.OUT_OF_RANGE, "if percent is meant, write `0.5`"),
        grid("[½]", Rule.NOT_A_NUMBER, "write `0.5`"),
        grid("[\"1e999\"]", Rule.NOT_A_NUMBER, ""),
        grid("[0.12345678901234567890]", Rule.TOO_MANY_DIGITS, "write `0.1234567890123456"),
        grid("{a: 0.5}", Rule.WRONG_SHAPE, "one item a line"),
        grid("[[0.5]]", Rule.WRONG_SHAPE, ""),
        new Case(PENALTY + "standardize: [true]\n", Rule.WRONG_SHAPE, ""),
        new Case(PENALTY + "standardize: {a: b, c: d}\n", Rule.WRONG_SHAPE, ""),
        new Case(PENALTY + "standardize: \"Yes\"\n", Rule.UNKNOWN_WORD, "write `true`"),
        new Case(
            PENALTY + "standardize: {not_applicable: \" \"}\n", Rule.REASON_MISSING, "say why"),
        new Case(PENALTY + "standardize: {not_applicable: [a]}\n", Rule.REASON_MISSING, "say why"),
        new Case(
            PENALTY + "kkt: {iterations: 1.5}\n", Rule.NOT_A_NUMBER, "a whole number of at most"),
        new Case(
            PENALTY + "kkt: {iterations: 3000000000}\n", Rule.NOT_A_NUMBER, "at most 2147483647"),
        new Case(PENALTY + "kkt: {tolerance: 0}\n", Rule.OUT_OF_RANGE, "above 0"),
        new Case(PENALTY + "nfolds: 10\n", Rule.UNKNOWN_KEY, ""),
        new Case(PENALTY + "alpha: 0.5\n", Rule.UNKNOWN_KEY, "did you mean `l1_ratio`?"),
        new Case("sample: {target: \"  \"}\n", Rule.UNREADABLE_PHRASE, ""),
        new Case("sample: {abort: \"below 3 in bed\"}\n", Rule.UNREADABLE_PHRASE, ""),
        new Case(
            "sets:\n  - {name: a, terms: [x, y, x]}\n", Rule.DUPLICATE_ITEM, "leave one of them"),
        new Case(
            "sets:\n  - {name: a, terms: [x]}\n  - {name: a, terms: [y]}\n",
            Rule.DUPLICATE_NAME,
            "a name of its own"),
        hypothesis("{all: []}", Rule.WRONG_SHAPE, "all: [condition, condition]"),
        hypothesis("{none: [\"r2(m) > 0\"]}", Rule.WRONG_SHAPE, "all: [condition, condition]"),
        hypothesis("{all: \"r2(m) > 0\"}", Rule.WRONG_SHAPE, "all: [condition, condition]"),
        hypothesis("{all: [a > 0], any: [b > 0]}", Rule.WRONG_SHAPE, "all: [condition, condition]"),
        hypothesis("[\"r2(m) > 0\"]", Rule.WRONG_SHAPE, "all: [condition, condition]"),
        new Case(
            "measures:\n  - {name: a}\nmodels:\n  - {for: [x], name: m, outcome: y, terms: [a]}\n",
            Rule.UNKNOWN_TEMPLATE,
            "write `for: every measure`"),
        new Case(
            "models:\n  - {for: each one, name: m, outcome: y, terms: [a]}\n",
            Rule.UNKNOWN_TEMPLATE,
            "write `for: every measure`"));
  }

  @Test
  void allAndAnyJoinConditionsInTheirOrder() {
    var all = hypothesis("{all: [\"r2(m) > 0\", \"r2(m) < 1\", \"r2(m) > r2(k)\"]}");
    var any = hypothesis("{any: [\"r2(m) > 0\", \"r2(m) < 1\"]}");
    assertThat(text(all, "hypotheses.H1.corroborated"))
        .isEqualTo("r2(m) > 0 and r2(m) < 1 and r2(m) > r2(k)");
    assertThat(text(any, "hypotheses.H1.corroborated")).isEqualTo("r2(m) > 0 or r2(m) < 1");
  }

  @Test
  void oneUnreadableConditionSpoilsAllOfThem() {
    assertThat(findings(hypothesis("{all: [\"r2(m) > 0\", \"r2(m) >\"]}"))).hasSize(1);
    assertThat(findings(hypothesis("{all: [\"r2(m) >\"]}"))).hasSize(1);
  }

  @Test
  void everyLevelOfAColumnMayStandForAnItem() {
    var text =
        "data:\n  columns:\n    - {name: site, table: t, levels: [north, south]}\n"
            + "  tables:\n    - {name: t, file: t.tsv, key: [id]}\n"
            + "sets:\n  - {for: every site, name: \"(site)_set\", terms: [\"x_(site)\"]}\n";
    var plan = plan(text);
    assertThat(text(plan, "sets.north_set.terms")).isEqualTo("x_north");
    assertThat(text(plan, "sets.south_set.terms")).isEqualTo("x_south");
  }

  @Test
  void aTemplateThatKeepsItsNameTakesEveryNameIntoItsLists() {
    var plan = plan("sets:\n  - {for: {m: [vas, pcl]}, name: both, terms: [age, \"(m)_t0\"]}\n");
    assertThat(plan.plan().sets().orElse(List.of()).get(0).terms())
        .containsExactly("age", "vas_t0", "pcl_t0");
  }

  @Test
  void aWordInAListOfTemplatesIsAMistakeAndNoTemplate() {
    assertThat(findings("sets: [both]\n")).isNotEmpty();
  }

  @Test
  void aStepMayTakeEveryLevelBesideOtherColumns() {
    var plan =
        plan(
            "data:\n  columns:\n    - {name: site, table: t, levels: [north, south]}\n"
                + "  tables:\n    - {name: t, file: t.tsv, key: [id]}\n"
                + "prepare:\n  - name: main\n"
                + "    steps: [{step: 1, derive: [age, every site], using: row}]\n");
    var step = plan.plan().prepare().orElse(List.of()).get(0).steps().get(0);
    assertThat(((org.planlock.plan.prepare.Step.Derive) step).derive())
        .containsExactly("age", "north", "south");
  }

  @Test
  void modelsThatExtendEachOtherAreNotExpandedForEver() {
    var text =
        HEAD
            + "models:\n"
            + "  - {name: a, extends: b, add: [x]}\n"
            + "  - {name: b, extends: a, add: [y]}\n";
    var bound = new YamlPlanReader().read(SourceFile.of("p.yaml", text)).then(PlanBinder::bind);
    assertThat(bound.diagnostics()).extracting(Diagnostic::rule).doesNotContain(Rule.NOT_A_PLAN);
  }

  @Test
  void aLanguageOfTomorrowIsNotReadAsTodays() {
    var text = HEAD.replace("planlock: 1", "planlock: 2");
    assertThat(read(text))
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.UNKNOWN_LANGUAGE_VERSION);
    assertThat(read(HEAD.replace("planlock: 1", "planlock: [1]")))
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.WRONG_SHAPE);
    assertThat(read(HEAD.replace("planlock: 1", "planlock: one")))
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.NOT_A_NUMBER);
  }

  private static Case grid(String value, Rule rule, String help) {
    return new Case(PENALTY + "l1_ratio: " + value + "\n", rule, help);
  }

  private static Case hypothesis(String condition, Rule rule, String help) {
    return new Case(hypothesis(condition), rule, help);
  }

  private static String hypothesis(String condition) {
    return "hypotheses:\n  - {id: H1, corroborated: " + condition + "}\n";
  }

  private static String text(String text, String path) {
    return text(plan(text), path);
  }

  private static String text(BoundPlan plan, String path) {
    var node = TreePaths.get(plan.canonical(), path).value().orElseThrow();
    return node instanceof PlanNode.Sequence list
        ? String.join(", ", list.items().stream().map(TreeText::of).toList())
        : TreeText.of(node);
  }

  private static BoundPlan plan(String text) {
    return new YamlPlanReader()
        .read(SourceFile.of("small.yaml", HEAD + text))
        .then(PlanBinder::bind)
        .orThrow();
  }

  private static List<Diagnostic> findings(String text) {
    return read(HEAD + text);
  }

  private static List<Diagnostic> read(String text) {
    return new YamlPlanReader()
        .read(SourceFile.of("small.yaml", text))
        .then(PlanBinder::bind)
        .diagnostics();
  }
}
