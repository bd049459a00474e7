package org.planlock.plan.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.PlanBinder;
import org.planlock.plan.check.OutcomeColumns;
import org.planlock.source.SourceFile;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.dsl.DslPlanReader;
import org.planlock.syntax.yaml.YamlPlanReader;

/** The 78 fields, in plans that say everything and in plans that say little. */
class CoverageTest {
  private static final String TARGET = "src/test/resources/targets/ketamine-ptsd.plan.yaml";

  static List<CoverageField> fields() {
    return CoverageFields.all();
  }

  @Test
  void hasTheSeventyEightFieldsOfTheirGroups() {
    var sizes = new HashMap<Character, Integer>();
    fields().forEach(field -> sizes.merge(field.id().charAt(0), 1, Integer::sum));
    assertThat(fields()).hasSize(78).extracting(CoverageField::id).doesNotHaveDuplicates();
    assertThat(sizes)
        .isEqualTo(
            Map.ofEntries(
                Map.entry('A', 7),
                Map.entry('B', 8),
                Map.entry('C', 7),
                Map.entry('D', 7),
                Map.entry('E', 5),
                Map.entry('F', 4),
                Map.entry('G', 7),
                Map.entry('H', 6),
                Map.entry('I', 8),
                Map.entry('J', 9),
                Map.entry('K', 7),
                Map.entry('L', 3)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TARGET,
        "src/test/resources/targets/ketamine-ptsd.plan",
        "examples/ketamine-ptsd/ketamine-ptsd.plan.yaml",
        "examples/ketamine-ptsd/ketamine-ptsd.plan"
      })
  void findsNothingOpenInPlansThatSayEverything(String file) throws IOException {
    var coverage = Coverage.of(bind(file));
    assertThat(coverage.with(FieldStatus.OPEN)).isEmpty();
    assertThat(coverage.with(FieldStatus.PARTLY)).isEmpty();
  }

  @Test
  void countsTheFieldsOfTheTarget() throws IOException {
    assertThat(Coverage.of(bind(TARGET)).summary())
        .isEqualTo("78 fields: 76 stated, 0 partly, 2 not applicable, 0 open");
  }

  @Test
  void namesWhatAShortPlanLeavesOpen() throws IOException {
    var coverage = Coverage.of(bind("src/test/resources/targets/first.plan"));
    var missing =
        coverage.fields().stream()
            .filter(field -> !field.missing().isEmpty())
            .map(
                f ->
                    f.field().id()
                        + " "
                        + f.status().words()
                        + ": "
                        + String.join(" ", f.missing()))
            .collect(Collectors.joining("\n", coverage.summary() + "\n", "\n"));
    var record = Path.of("src/test/resources/golden/coverage/first.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(record.getParent());
      Files.writeString(record, missing);
    }
    assertThat(missing).isEqualTo(Files.readString(record));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rois: D1",
        "runs: C3 D6 E1",
        "measures: C3 D4 D5 D6 E1 E2 E3 E4",
        "follow_up: D7",
        "contingency: J9",
        "estimand: B7"
      })
  void oneLineThatSaysNothingAppliesClosesItsFields(String lineAndFields) throws IOException {
    var key = lineAndFields.split(": ")[0];
    var text = "planlock: 1\nplan: {id: short}\n" + key + ": {not_applicable: not in this study}\n";
    var tree = new YamlPlanReader().read(SourceFile.of("short.plan.yaml", text)).orThrow();
    var closed =
        Coverage.of(PlanBinder.bind(tree).orThrow()).with(FieldStatus.NOT_APPLICABLE).stream()
            .map(field -> field.field().id())
            .collect(Collectors.joining(" "));
    assertThat(closed).isEqualTo(lineAndFields.split(": ")[1]);
  }

  @ParameterizedTest
  @MethodSource("fields")
  void whatAFieldNeedsIsWhatClosesItAndNothingElse(CoverageField field) throws IOException {
    var bound = bind(TARGET);
    var tree = new PlanTree(bound.canonical(), OutcomeColumns.of(bound));
    Set<PlanNode> removed = Collections.newSetFromMap(new IdentityHashMap<>());
    field.needs().stream()
        .flatMap(need -> need.ways().stream())
        .filter(way -> !(way instanceof Way.Covers))
        .flatMap(way -> way.in(tree).stream())
        .filter(said -> said.kind() != Said.Kind.MISSING)
        .forEach(said -> said.node().ifPresent(removed::add));
    var poorer =
        new PlanTree((PlanNode.Mapping) without(bound.canonical(), removed), tree.outcomes());
    assertThat(FieldCoverage.of(field, poorer).status())
        .isNotIn(FieldStatus.STATED, FieldStatus.NOT_APPLICABLE);
    var changed =
        fields().stream()
            .filter(
                other ->
                    FieldCoverage.of(other, poorer).status()
                        != FieldCoverage.of(other, tree).status())
            .filter(other -> !other.equals(field))
            .filter(other -> !sharesAPath(field, other))
            .map(CoverageField::id)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(changed).isEmpty();
  }

  /** Whether a path of one field lies at or around a path of the other. */
  private static boolean sharesAPath(CoverageField one, CoverageField other) {
    return one.paths()
        .map(CoverageTest::unfiltered)
        .anyMatch(
            a ->
                other
                    .paths()
                    .map(CoverageTest::unfiltered)
                    .anyMatch(b -> b.startsWith(a) || a.startsWith(b)));
  }

  private static String unfiltered(String path) {
    return path.replaceAll("\\[.*?\\]", ".*") + ".";
  }

  private static PlanNode without(PlanNode node, Set<PlanNode> removed) {
    if (node instanceof PlanNode.Mapping mapping) {
      return new PlanNode.Mapping(
          mapping.entries().stream()
              .filter(entry -> !removed.contains(entry.value()))
              .map(entry -> new PlanNode.Entry(entry.key(), without(entry.value(), removed)))
              .toList(),
          mapping.span());
    }
    return node instanceof PlanNode.Sequence list
        ? new PlanNode.Sequence(
            list.items().stream()
                .filter(item -> !removed.contains(item))
                .map(item -> without(item, removed))
                .toList(),
            list.span())
        : node;
  }

  private static BoundPlan bind(String file) throws IOException {
    var source =
        SourceFile.of(
            Path.of(file).getFileName().toString(),
            Files.readString(Path.of(file), StandardCharsets.UTF_8));
    var reader = file.endsWith(".yaml") ? new YamlPlanReader() : new DslPlanReader();
    return reader.read(source).then(PlanBinder::bind).orThrow();
  }
}
