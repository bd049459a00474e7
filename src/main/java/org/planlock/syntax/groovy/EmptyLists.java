package org.planlock.syntax.groovy;

import java.util.List;
import java.util.Optional;
import org.planlock.syntax.PlanNode;

/**
 * A plan in which a list without items is {@code []}, also where it was written {@code none}: of
 * lists whose items have a word of the same name, only this can be told from an item.
 */
record EmptyLists(PlanNode.Mapping plan) {
  /** The plan so. */
  PlanNode.Mapping spelt() {
    return spelt(plan, Vocabulary.ofPlan());
  }

  private static PlanNode.Mapping spelt(PlanNode.Mapping from, Vocabulary words) {
    var entries =
        from.entries().stream()
            .map(entry -> new PlanNode.Entry(entry.key(), spelt(entry, words)))
            .toList();
    return new PlanNode.Mapping(entries, from.span());
  }

  private static PlanNode spelt(PlanNode.Entry entry, Vocabulary words) {
    var value = entry.value();
    var word = words.get(entry.key().text());
    if (word.orElse(null) instanceof Vocabulary.Item && isNone(value)) {
      return new PlanNode.Sequence(List.of(), value.span());
    }
    if (value instanceof PlanNode.Mapping map
        && word.orElse(null) instanceof Vocabulary.Block block) {
      return spelt(map, Vocabulary.of(block.inside()));
    }
    var inside =
        words.adding(entry.key().text()).stream()
            .flatMap(one -> ((Vocabulary.Item) one.getValue()).inside().stream())
            .findFirst();
    return value instanceof PlanNode.Sequence list && inside.isPresent()
        ? items(list, inside)
        : value;
  }

  private static PlanNode items(PlanNode.Sequence list, Optional<Class<?>> inside) {
    var words = Vocabulary.of(inside.orElseThrow());
    return new PlanNode.Sequence(
        list.items().stream()
            .map(item -> item instanceof PlanNode.Mapping map ? spelt(map, words) : item)
            .toList(),
        list.span());
  }

  static boolean isNone(PlanNode value) {
    return value instanceof PlanNode.Scalar scalar && scalar.text().strip().equals("none");
  }
}
