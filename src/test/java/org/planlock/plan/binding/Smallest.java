package org.planlock.plan.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.planlock.syntax.PlanNode;

/** Takes parts out of a tree for as long as what is wrong with it stays wrong. */
final class Smallest {
  private static final int MOST_TRIALS = 5000;

  private final Predicate<PlanNode.Mapping> isWrong;

  private int trials;

  private Smallest(Predicate<PlanNode.Mapping> isWrong) {
    this.isWrong = isWrong;
  }

  /** A tree of which no part can be taken out. */
  static PlanNode.Mapping of(PlanNode.Mapping tree, Predicate<PlanNode.Mapping> isWrong) {
    return new Smallest(isWrong).shrunk(tree);
  }

  private PlanNode.Mapping shrunk(PlanNode.Mapping tree) {
    var smallest = tree;
    for (var smaller = Optional.of(tree); smaller.isPresent(); ) {
      smallest = smaller.get();
      smaller =
          without(smallest)
              .takeWhile(candidate -> trials++ < MOST_TRIALS)
              .map(PlanNode.Mapping.class::cast)
              .filter(isWrong)
              .findFirst();
    }
    return smallest;
  }

  /** The tree less one part, largest parts first. */
  private static Stream<PlanNode> without(PlanNode node) {
    if (node instanceof PlanNode.Mapping mapping) {
      var entries = mapping.entries();
      return Stream.concat(
          parts(entries.size()).mapToObj(i -> RandomValues.mapping(less(entries, i))),
          inside(mapping));
    }
    if (node instanceof PlanNode.Sequence list) {
      var items = list.items();
      return Stream.concat(
          parts(items.size()).mapToObj(i -> RandomValues.list(less(items, i))), inside(list));
    }
    return shorter(((PlanNode.Scalar) node).text());
  }

  private static Stream<PlanNode> shorter(String text) {
    var words = List.of(text.split(" "));
    return words.size() < 2
        ? Stream.of()
        : parts(words.size()).mapToObj(i -> RandomValues.scalar(String.join(" ", less(words, i))));
  }

  private static Stream<PlanNode> inside(PlanNode.Mapping mapping) {
    var entries = mapping.entries();
    return parts(entries.size())
        .boxed()
        .flatMap(
            i ->
                without(entries.get(i).value())
                    .map(
                        value ->
                            RandomValues.mapping(
                                with(
                                    entries, i, new PlanNode.Entry(entries.get(i).key(), value)))));
  }

  private static Stream<PlanNode> inside(PlanNode.Sequence list) {
    var items = list.items();
    return parts(items.size())
        .boxed()
        .flatMap(i -> without(items.get(i)).map(item -> RandomValues.list(with(items, i, item))));
  }

  private static IntStream parts(int size) {
    return IntStream.range(0, size);
  }

  private static <T> List<T> less(List<T> all, int index) {
    var rest = new ArrayList<>(all);
    rest.remove(index);
    return rest;
  }

  private static <T> List<T> with(List<T> all, int index, T other) {
    var changed = new ArrayList<>(all);
    changed.set(index, other);
    return changed;
  }
}
