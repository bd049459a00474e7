package org.planlock.lock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/** Seeded trees of every shape, for claims that hold for all plans. */
public final class RandomTrees {
  private static final Span PLACE = Span.none("random");
  private static final List<String> TEXTS =
      List.of(
          "0",
          "1",
          "-1",
          "0.05",
          "1e-9",
          "1e-7",
          "1e+21",
          "001",
          "1.10",
          "-0",
          "5e-2",
          "1E5",
          "true",
          "false",
          "null",
          "yes",
          "",
          "a phrase of words",
          "mean(x) >= 0.5 points per sd",
          "größe",
          "μ \"quoted\" \\ back",
          "9007199254740991",
          "9007199254740993",
          "100000000000000000000",
          "0.1000000000000000055",
          "漢字",
          "🧠 brain",
          "n/a",
          "# hash",
          "NaN",
          "Infinity",
          "1e400",
          ".5",
          "5.",
          "+5",
          "0x10",
          "1_000");

  private final SplittableRandom random;

  public RandomTrees(long seed) {
    random = new SplittableRandom(seed);
  }

  public PlanNode.Mapping plan() {
    return mapping(4);
  }

  public PlanNode node(int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(4);
    return kind == 3 ? mapping(depth) : kind == 2 ? sequence(depth) : scalar(text());
  }

  private PlanNode.Mapping mapping(int depth) {
    var entries = new LinkedHashMap<String, PlanNode>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      entries.put("key_" + random.nextInt(20), node(depth - 1));
    }
    return mapping(entries);
  }

  private PlanNode.Sequence sequence(int depth) {
    var items = new ArrayList<PlanNode>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(node(depth - 1));
    }
    return new PlanNode.Sequence(items, PLACE);
  }

  private String text() {
    return random.nextInt(3) == 0
        ? JsonWriter.number(random.nextInt(-1_000_000, 1_000_000) / 1000.0)
        : TEXTS.get(random.nextInt(TEXTS.size()));
  }

  /** The same tree with the keys of every mapping in another order and more white space. */
  public PlanNode shuffled(PlanNode node) {
    if (node instanceof PlanNode.Sequence sequence) {
      return new PlanNode.Sequence(sequence.items().stream().map(this::shuffled).toList(), PLACE);
    }
    if (node instanceof PlanNode.Mapping mapping) {
      var entries = new ArrayList<PlanNode.Entry>();
      mapping.entries().forEach(e -> entries.add(new PlanNode.Entry(e.key(), shuffled(e.value()))));
      Collections.shuffle(entries, new Random(random.nextLong()));
      return new PlanNode.Mapping(entries, PLACE);
    }
    return scalar("  " + ((PlanNode.Scalar) node).text().replace(" ", " \n\t "));
  }

  /** The same tree with one scalar changed. */
  public PlanNode.Mapping changed(PlanNode.Mapping tree) {
    var target = random.nextInt(scalars(tree));
    return (PlanNode.Mapping) changed(tree, new int[] {target});
  }

  private PlanNode changed(PlanNode node, int[] left) {
    if (node instanceof PlanNode.Sequence sequence) {
      return new PlanNode.Sequence(
          sequence.items().stream().map(i -> changed(i, left)).toList(), PLACE);
    }
    if (node instanceof PlanNode.Mapping mapping) {
      var entries =
          mapping.entries().stream()
              .map(e -> new PlanNode.Entry(e.key(), changed(e.value(), left)))
              .toList();
      return new PlanNode.Mapping(entries, PLACE);
    }
    return left[0]-- == 0 ? scalar(((PlanNode.Scalar) node).text() + "0") : node;
  }

  public static int scalars(PlanNode node) {
    if (node instanceof PlanNode.Sequence sequence) {
      return sequence.items().stream().mapToInt(RandomTrees::scalars).sum();
    }
    if (node instanceof PlanNode.Mapping mapping) {
      return mapping.entries().stream().mapToInt(e -> scalars(e.value())).sum();
    }
    return 1;
  }

  public static PlanNode.Scalar scalar(String text) {
    return new PlanNode.Scalar(text, PLACE);
  }

  public static PlanNode.Mapping mapping(java.util.Map<String, PlanNode> entries) {
    return new PlanNode.Mapping(
        entries.entrySet().stream()
            .map(e -> new PlanNode.Entry(scalar(e.getKey()), e.getValue()))
            .toList(),
        PLACE);
  }
}
