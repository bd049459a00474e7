package org.planlock.syntax.notation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.PlanBinder;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/**
 * Plans that nobody wrote: parts of the project's plans, which together use the whole language, are
 * left out, exchanged with those of other plans, reordered, put aside with a reason, and filled with
 * other numbers and texts. What the binder refuses is taken back.
 */
final class RandomPlans {
  private static final Span NOWHERE = Span.none("random");
  private static final Set<String> FREE_TEXTS =
      Set.of(
          "title", "because", "claim", "instrument", "tool", "is", "file", "pattern", "image",
          "not_applicable", "excluded_by", "constant", "missing");
  private static final List<Path> FOLDERS =
      List.of(
          Path.of("examples"),
          Path.of("plans"),
          Path.of("src/test/resources/plans"),
          Path.of("src/test/resources/targets"),
          Path.of("src/test/resources/golden"));
  private static final int[] SIGNS =
      "ab01 :,#-?[]{}&*!|>'\"%@`~\\.=<é🧠/$();"
          .codePoints()
          .toArray();

  private final List<PlanNode.Mapping> corpus;
  private final SplittableRandom random;

  RandomPlans(long seed) {
    this.corpus = corpus();
    this.random = new SplittableRandom(seed);
  }

  /** The next plan, bound. */
  PlanNode.Mapping next() {
    var plan = corpus.get(random.nextInt(corpus.size()));
    for (int change = 1 + random.nextInt(8); change > 0; change--) {
      var other = (PlanNode.Mapping) changed(plan, corpus.get(random.nextInt(corpus.size())));
      plan = bound(other).isPresent() ? other : plan;
    }
    return plan;
  }

  static Optional<BoundPlan> bound(PlanNode.Mapping plan) {
    var bound = PlanBinder.bind(plan);
    return bound.isSound() ? bound.value() : Optional.empty();
  }

  /** A tree with one change somewhere; the donor stands at the same place of another plan. */
  private PlanNode changed(PlanNode node, PlanNode donor) {
    if (node instanceof PlanNode.Mapping map) {
      return mapping(map, donor);
    }
    if (node instanceof PlanNode.Sequence list && !list.items().isEmpty()) {
      var items = new ArrayList<>(list.items());
      int at = random.nextInt(items.size());
      if (random.nextInt(6) == 0) {
        items.remove(at);
      } else {
        items.set(at, changed(items.get(at), donor));
      }
      return new PlanNode.Sequence(items, NOWHERE);
    }
    return node instanceof PlanNode.Scalar scalar ? number(scalar) : node;
  }

  private PlanNode mapping(PlanNode.Mapping map, PlanNode donor) {
    var entries = new ArrayList<>(map.entries());
    if (entries.isEmpty()) {
      return map;
    }
    int at = random.nextInt(entries.size());
    var entry = entries.get(at);
    var other =
        donor instanceof PlanNode.Mapping theirs && !theirs.entries().isEmpty()
            ? Optional.of(theirs.entries().get(random.nextInt(theirs.entries().size())))
            : Optional.<PlanNode.Entry>empty();
    switch (random.nextInt(9)) {
      case 0 -> entries.remove(at);
      case 1 -> Collections.shuffle(entries, new Random(random.nextLong()));
      case 2 ->
          entries.set(
              at,
              new PlanNode.Entry(
                  entry.key(), new PlanNode.Mapping(List.of(reason()), NOWHERE)));
      case 3 ->
          other.ifPresent(
              theirs -> {
                entries.removeIf(one -> one.key().text().equals(theirs.key().text()));
                entries.add(theirs);
              });
      default -> entries.set(at, new PlanNode.Entry(entry.key(), value(entry, donor)));
    }
    return new PlanNode.Mapping(entries, NOWHERE);
  }

  private PlanNode value(PlanNode.Entry entry, PlanNode donor) {
    var key = entry.key().text();
    if (entry.value() instanceof PlanNode.Scalar && FREE_TEXTS.contains(key)) {
      return text();
    }
    var there =
        donor instanceof PlanNode.Mapping map ? map.get(key).orElse(donor) : donor;
    return changed(entry.value(), there);
  }

  private PlanNode.Entry reason() {
    return new PlanNode.Entry(new PlanNode.Scalar("not_applicable", NOWHERE), text());
  }

  private PlanNode.Scalar text() {
    var text = new StringBuilder("x");
    for (int i = random.nextInt(14); i > 0; i--) {
      text.appendCodePoint(SIGNS[random.nextInt(SIGNS.length)]);
    }
    return new PlanNode.Scalar(text.append("y").toString(), NOWHERE);
  }

  private PlanNode number(PlanNode.Scalar scalar) {
    return new PlanNode.Scalar(
        scalar.text().matches("[0-9.]+")
            ? String.valueOf(random.nextInt(100))
            : scalar.text().replaceFirst("\\b[1-9]\\b", String.valueOf(1 + random.nextInt(9))),
        NOWHERE);
  }

  /** The plans of the project that can be bound. */
  static List<PlanNode.Mapping> corpus() {
    return FOLDERS.stream()
        .flatMap(RandomPlans::files)
        .map(
            file ->
                PlanNotation.YAML
                    .reader()
                    .read(SourceFile.of(file.toString(), text(file))))
        .flatMap(read -> read.value().stream())
        .filter(plan -> bound(plan).isPresent())
        .toList();
  }

  private static Stream<Path> files(Path folder) {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
