package org.planlock.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.yaml.YamlPlanReader;

class TreePathsTest {
  private static final Span PLACE = Span.none("plan");

  private static final PlanNode.Mapping PLAN =
      map(
          "planlock", "1",
          "rois",
              list(
                  map("name", "vmPFC", "labels", list("L", "R")),
                  map("name", "a b]c", "labels", list())),
          "measures", list(map("name", "faces_bold_(roi)", "voxels", "finite")),
          "rules", list(map("include", "age > 18", "because", "trial criterion")),
          "below",
              list(
                  map("per_group", "8", "in", "analysis_set"), map("per_group", "7", "in", "fold")),
          "hypotheses", list(map("id", "H1", "claim", "x")),
          "prepare",
              list(
                  map(
                      "name", "main",
                      "aliased", "kept",
                      "steps",
                          list(
                              map(
                                  "step",
                                  "1",
                                  "impute",
                                  list("imaging", "education"),
                                  "by",
                                  "median"),
                              map("step", "2", "scale", list("imaging", "clinical"), "to", "z"),
                              map("step", "3", "scale", list("imaging", "group"), "to", "z"),
                              map("step", "4", "not_applicable", "nothing")))),
          "models",
              list(
                  map("name", "m1", "penalty", map("l1_ratio", list("0.1", "1"))),
                  map("name", "m2", "penalty", map("l1_ratio", list("1"))),
                  map("name", "m3", "terms", list("age"))));

  @Test
  void namesEveryValueByNameAndNeverByIndex() {
    assertThat(TreePaths.entries(PLAN).keySet())
        .containsExactly(
            "planlock",
            "rois.vmPFC.name",
            "rois.vmPFC.labels",
            "rois[a b\\]c].name",
            "rois[a b\\]c].labels",
            "measures[faces_bold_(roi)].name",
            "measures[faces_bold_(roi)].voxels",
            "rules[trial criterion].include",
            "rules[trial criterion].because",
            "below",
            "hypotheses.H1.id",
            "hypotheses.H1.claim",
            "prepare.name",
            "prepare.aliased",
            "prepare[impute imaging].step",
            "prepare[impute imaging].impute",
            "prepare[impute imaging].by",
            "prepare[scale imaging, clinical].step",
            "prepare[scale imaging, clinical].scale",
            "prepare[scale imaging, clinical].to",
            "prepare[scale imaging, group].step",
            "prepare[scale imaging, group].scale",
            "prepare[scale imaging, group].to",
            "prepare[step 4].step",
            "prepare[step 4].not_applicable",
            "models.m1.name",
            "models.m1.penalty.l1_ratio",
            "models.m2.name",
            "models.m2.penalty.l1_ratio",
            "models.m3.name",
            "models.m3.terms");
  }

  @Test
  void findsEveryValueUnderItsName() {
    TreePaths.entries(PLAN)
        .forEach(
            (path, node) ->
                assertThat(TreePaths.get(PLAN, path).orThrow()).as(path).isSameAs(node));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "roi.vmPFC.labels | [L, R]",
        "model.m2.penalty.l1_ratio | [1]",
        "hypothesis.H1.claim | x",
        "prepare.main.1.by | median",
        "prepare.1.by | median",
        "prepare.main[impute imaging].by | median",
        "prepare[impute imaging].by | median",
        "prepare[impute imaging, education].by | median",
        "prepare.main[scale imaging, group].step | 3",
        "prepare.main.steps.3.step | 3",
        "prepare.main.aliased | kept",
        "penalty.l1_ratio | [0.1, 1]",
        "rules[trial criterion].include | age > 18",
        "below | [{per_group: 8, in: analysis_set}, {per_group: 7, in: fold}]"
      })
  void understandsWhatPeopleWrite(String path, String text) {
    assertThat(TreeText.of(TreePaths.get(PLAN, path).orThrow())).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "planloc | did you mean `planlock` where it says `planloc`?",
        "models.m1.penalty.l1_ration | did you mean `l1_ratio` where it says `l1_ration`?",
        "prepare[impute imagin].by | did you mean `impute imaging` where it says `impute imagin`?",
        "prepare.main.9.by | known here: `name`, `aliased`, `impute imaging`, `scale imaging, clinical`, `scale imaging, group`, …",
        "models.qqq | known here: `m1`, `m2`, `m3`",
        "validate.scheme | known here: `planlock`, `rois`, `measures`, `rules`, `below`, …"
      })
  void saysWhatWasProbablyMeant(String path, String help) {
    var found = TreePaths.get(PLAN, path).diagnostics();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).rule()).isEqualTo(Rule.UNKNOWN_PATH);
    assertThat(found.get(0).message()).isEqualTo("the plan has no `" + path + "`");
    assertThat(found.get(0).helps()).containsExactly(help);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "[", "[]", "..[", "planlock.x", "below.1", "a[b\\", "]]]"})
  void refusesPathsThatNameNothing(String path) {
    assertThat(TreePaths.get(PLAN, path).isSound()).isFalse();
    assertThat(TreePaths.spanOf(PLAN, path)).isEmpty();
  }

  @Test
  void changesOneValueAndNothingElse() {
    var changed = TreePaths.set(PLAN, "prepare.1.by", scalar("mean")).orThrow();
    var before = TreePaths.entries(PLAN);
    TreePaths.entries(changed)
        .forEach(
            (path, node) ->
                assertThat(TreeText.of(node))
                    .isEqualTo(
                        path.equals("prepare[impute imaging].by")
                            ? "mean"
                            : TreeText.of(before.getOrDefault(path, PLAN))));
  }

  @Test
  void changesThePenaltyOfEveryModelThatHasOne() {
    var changed = TreePaths.set(PLAN, "penalty.l1_ratio", list("0.5")).orThrow();
    assertThat(TreeText.of(TreePaths.get(changed, "models.m1.penalty").orThrow()))
        .isEqualTo("{l1_ratio: [0.5]}");
    assertThat(TreeText.of(TreePaths.get(changed, "models.m2.penalty").orThrow()))
        .isEqualTo("{l1_ratio: [0.5]}");
    assertThat(TreePaths.get(changed, "models.m3.penalty").isSound()).isFalse();
  }

  @Test
  void keepsTheNameOfAnItemThatIsReplaced() {
    var changed = TreePaths.set(PLAN, "roi.vmPFC", map("map", "x.nii.gz")).orThrow();
    assertThat(TreeText.of(TreePaths.get(changed, "rois.vmPFC").orThrow()))
        .isEqualTo("{map: x.nii.gz, name: vmPFC}");
    var skipped =
        TreePaths.set(PLAN, "prepare.main.1", map("not_applicable", "complete")).orThrow();
    assertThat(TreeText.of(TreePaths.get(skipped, "prepare.main.1").orThrow()))
        .isEqualTo("{not_applicable: complete, step: 1}");
  }

  @Test
  void addsAKeyThatAMappingLacks() {
    var changed = TreePaths.set(PLAN, "penalty.solve", scalar("exact")).orThrow();
    assertThat(TreePaths.entries(changed))
        .containsKeys("models.m1.penalty.solve", "models.m2.penalty.solve");
    assertThat(TreePaths.entries(changed)).doesNotContainKey("models.m3.penalty.solve");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "models.m9",
        "prepare.main.9",
        "prepare[impute x]",
        "planlock.x",
        "below.1.in",
        ""
      })
  void addsNothingToLists(String path) {
    assertThat(TreePaths.set(PLAN, path, scalar("x")).diagnostics())
        .extracting(d -> d.rule())
        .containsExactly(Rule.UNKNOWN_PATH);
  }

  @Test
  void namesThePreparationWhereThereAreTwo() {
    var one = map("name", "a", "steps", list(map("step", "1", "code", "sex")));
    var two = map("name", "b", "steps", list(map("step", "1", "code", "sex")));
    assertThat(TreePaths.entries(map("prepare", list(one, two))))
        .containsKeys("prepare.a[code sex].code", "prepare.b[code sex].code");
    assertThat(TreePaths.of(map("prepare", list(one)), map("prepare", list(two))).onePreparation())
        .isFalse();
  }

  @Test
  void namesPreparationsWithoutSteps() {
    var empty = map("prepare", list(map("name", "a", "steps", list())));
    assertThat(TreePaths.entries(empty)).containsOnlyKeys("prepare.name", "prepare.steps");
    assertThat(TreePaths.entries(map("prepare", list()))).containsOnlyKeys("prepare");
  }

  @Test
  void tellsItemsOfOneNameApart() {
    var twice =
        map("rules", list(map("because", "motion", "a", "1"), map("because", "motion", "a", "2")));
    assertThat(TreePaths.entries(twice)).containsKeys("rules.motion.a", "rules[motion (2)].a");
    assertThat(TreeText.of(TreePaths.get(twice, "rules[motion (2)].a").orThrow())).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sample.abort",
        "prepare.main.1.using",
        "prepare.main.3",
        "prepare.main.5.using",
        "prepare.main.7.using",
        "penalty.lambda",
        "penalty.lambda_max",
        "validate.ties",
        "roi.vmPFC",
        "prepare[impute imaging].by",
        "prepare.main[impute imaging].by",
        "variable.improvement.value",
        "hypothesis.H1.corroborated.all",
        "plan.persons[A. Author].blinded_to",
        "sample.rules[excess motion].drop_run",
        "measure[faces_bold_(roi)].task"
      })
  void followsEveryPathThatAWholeStudyWrites(String path) throws IOException {
    var name = "/targets/ketamine-ptsd.plan.yaml";
    try (var stream = Objects.requireNonNull(TreePathsTest.class.getResourceAsStream(name))) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      var tree = new YamlPlanReader().read(SourceFile.of(name, text)).orThrow();
      assertThat(TreePaths.get(tree, path).diagnostics()).isEmpty();
      assertThat(TreePaths.spanOf(tree, path).orElseThrow().line()).isGreaterThan(1);
    }
  }

  private static PlanNode.Scalar scalar(String text) {
    return new PlanNode.Scalar(text, PLACE);
  }

  private static PlanNode.Sequence list(Object... items) {
    return new PlanNode.Sequence(List.of(items).stream().map(TreePathsTest::node).toList(), PLACE);
  }

  private static PlanNode.Mapping map(Object... keysAndValues) {
    var entries = new ArrayList<PlanNode.Entry>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      entries.add(
          new PlanNode.Entry(scalar((String) keysAndValues[i]), node(keysAndValues[i + 1])));
    }
    return new PlanNode.Mapping(entries, PLACE);
  }

  private static PlanNode node(Object value) {
    return value instanceof String text ? scalar(text) : (PlanNode) value;
  }
}
