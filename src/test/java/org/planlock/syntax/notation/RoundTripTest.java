package org.planlock.syntax.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.Trees;

class RoundTripTest {
  private static final Span NOWHERE = Span.none("random");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ketamine-ptsd.plan",
        "ketamine-ptsd.plan.yaml",
        "ketamine-ptsd.plan.groovy",
        "first.plan"
      })
  void everyTargetSurvivesEveryNotation(String name) {
    var plan = PlanNotation.of(name).orThrow().reader().read(Trees.target(name)).orThrow();
    for (PlanNotation notation : PlanNotation.values()) {
      var written = notation.writer().write(plan);
      assertThat(written.diagnostics()).isEmpty();
      var back =
          notation.reader().read(SourceFile.of("back" + notation.ending(), written.orThrow()));
      assertThat(back.diagnostics()).isEmpty();
      assertThat(Trees.difference(plan, back.orThrow())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(PlanNotation.class)
  void writesNoLineThatRunsOff(PlanNotation notation) {
    var plan = PlanNotation.YAML.reader().read(Trees.target("ketamine-ptsd.plan.yaml")).orThrow();
    assertThat(notation.writer().write(plan).orThrow().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(190));
  }

  @Test
  void refusesToWriteWhatThePlanNotationHasNoWordsFor() {
    var plan =
        PlanNotation.YAML
            .reader()
            .read(
                SourceFile.of(
                    "x.yaml",
                    "planlock: 1\nplan: {id: a, colour: blue}\nspace: {x: 1}\nnonsense: 2"))
            .orThrow();
    assertThat(PlanNotation.PLAN.writer().write(plan).diagnostics())
        .extracting("rule", "message")
        .contains(
            org.assertj.core.groups.Tuple.tuple(
                Rule.UNKNOWN_KEY, "the value of `colour` cannot be written in a `.plan` file"),
            org.assertj.core.groups.Tuple.tuple(
                Rule.UNKNOWN_KEY, "the value of `space` cannot be written in a `.plan` file"),
            org.assertj.core.groups.Tuple.tuple(
                Rule.UNKNOWN_KEY, "the value of `nonsense` cannot be written in a `.plan` file"));
  }

  @Test
  void quotesWordsThatWouldEndAPhrase() {
    String yaml =
        """
        planlock: 1
        plan: {id: "a \\"b\\" \\\\ c", title: "two\\nlines, // no comment"}
        sample: {target: "21 looks 0", stop: "target", outliers: "// x", same_rows: "{", rows: "a because b", order: ""}
        estimand: {population: "none because", quantity: "not_applicable"}
        """;
    var plan = PlanNotation.YAML.reader().read(SourceFile.of("x.yaml", yaml)).orThrow();
    for (var notation : PlanNotation.values()) {
      var written = notation.writer().write(plan);
      assertThat(written.diagnostics()).isEmpty();
      var back = notation.reader().read(SourceFile.of("x", written.orThrow()));
      assertThat(Trees.difference(plan, back.orThrow())).isEmpty();
    }
  }

  @Test
  void twoHundredRandomTreesSurviveYaml() {
    var random = new SplittableRandom(20261121);
    for (int i = 0; i < 200; i++) {
      var tree = (PlanNode.Mapping) mapping(random, 4);
      String text = PlanNotation.YAML.writer().write(tree).orThrow();
      var back = PlanNotation.YAML.reader().read(SourceFile.of("random.yaml", text));
      assertThat(back.diagnostics()).as(text).isEmpty();
      assertThat(Trees.difference(tree, back.orThrow())).as(text).isEmpty();
    }
  }

  private static PlanNode node(SplittableRandom random, int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(4);
    return kind == 1
        ? mapping(random, depth - 1)
        : kind == 2 ? sequence(random, depth - 1) : new PlanNode.Scalar(text(random), NOWHERE);
  }

  private static PlanNode sequence(SplittableRandom random, int depth) {
    var items = new ArrayList<PlanNode>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(node(random, depth));
    }
    return new PlanNode.Sequence(items, NOWHERE);
  }

  private static PlanNode mapping(SplittableRandom random, int depth) {
    var keys = new LinkedHashSet<String>();
    for (int i = random.nextInt(5); i > 0; i--) {
      keys.add("key_" + random.nextInt(100));
    }
    List<PlanNode.Entry> entries =
        keys.stream()
            .map(key -> new PlanNode.Entry(new PlanNode.Scalar(key, NOWHERE), node(random, depth)))
            .toList();
    return new PlanNode.Mapping(entries, NOWHERE);
  }

  private static String text(SplittableRandom random) {
    String alphabet = "ab01 :,#-?[]{}&*!|>'\"%@`~\\\n\t.=<é🧠/";
    int[] points = alphabet.codePoints().toArray();
    var text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }
}
