package org.planlock.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A node and the way to it.
 *
 * @param address which child to take at each level, from 0
 * @param itemNames which item of a list a name means
 */
record TreePlace(List<Integer> address, PlanNode node, ItemNames itemNames) {
  TreePlace {
    address = List.copyOf(address);
  }

  static TreePlace root(PlanNode tree) {
    return root(tree, new ItemNames());
  }

  static TreePlace root(PlanNode tree, ItemNames names) {
    return new TreePlace(List.of(), tree, names);
  }

  Optional<TreePlace> follow(List<String> names) {
    var place = Optional.of(this);
    for (var name : names) {
      place = place.flatMap(here -> here.down(name));
    }
    return place;
  }

  Optional<TreePlace> down(String name) {
    if (node instanceof PlanNode.Mapping mapping) {
      return key(mapping, name);
    }
    return node instanceof PlanNode.Sequence list ? item(list, name) : Optional.empty();
  }

  Stream<TreePlace> items() {
    int size = node instanceof PlanNode.Sequence list ? list.items().size() : 0;
    return IntStream.range(0, size).mapToObj(this::child);
  }

  /** What may follow here. */
  List<String> names() {
    if (node instanceof PlanNode.Mapping mapping) {
      var keys = mapping.entries().stream().map(entry -> entry.key().text());
      var steps = steps().map(TreePlace::names).orElse(List.of());
      return Stream.concat(
              keys.filter(key -> steps.isEmpty() || !key.equals("steps")), steps.stream())
          .toList();
    }
    if (!(node instanceof PlanNode.Sequence list)) {
      return List.of();
    }
    var only = only();
    return only.isPresent() ? only.get().names() : TreeLabels.of(list);
  }

  /** The mapping at this place with one more key. */
  PlanNode plus(String key, PlanNode value) {
    var mapping = (PlanNode.Mapping) node;
    var entries = new ArrayList<>(mapping.entries());
    entries.add(new PlanNode.Entry(new PlanNode.Scalar(key, value.span()), value));
    return new PlanNode.Mapping(entries, mapping.span());
  }

  /** The tree with another node at an address; an item of a list keeps what it is called by. */
  static PlanNode replace(PlanNode tree, List<Integer> address, PlanNode value) {
    if (address.isEmpty()) {
      return value;
    }
    int index = address.get(0);
    var rest = address.subList(1, address.size());
    if (tree instanceof PlanNode.Sequence list) {
      var items = new ArrayList<>(list.items());
      var old = items.get(index);
      items.set(index, named(old, replace(old, rest, value)));
      return new PlanNode.Sequence(items, list.span());
    }
    var mapping = (PlanNode.Mapping) tree;
    var entries = new ArrayList<>(mapping.entries());
    var old = entries.get(index);
    entries.set(index, new PlanNode.Entry(old.key(), replace(old.value(), rest, value)));
    return new PlanNode.Mapping(entries, mapping.span());
  }

  private static PlanNode named(PlanNode old, PlanNode replacement) {
    if (!(old instanceof PlanNode.Mapping before)
        || !(replacement instanceof PlanNode.Mapping after)) {
      return replacement;
    }
    var key = TreeLabels.key(before).orElse("");
    if (before.get(key).isEmpty() || after.get(key).isPresent()) {
      return replacement;
    }
    return root(after).plus(key, before.get(key).orElseThrow());
  }

  private Optional<TreePlace> key(PlanNode.Mapping mapping, String name) {
    var keys = mapping.entries().stream().map(entry -> entry.key().text()).toList();
    int exact = keys.indexOf(name);
    var index =
        exact >= 0
            ? Optional.of(exact)
            : plurals(name).map(keys::indexOf).filter(i -> i >= 0).findFirst();
    return index.isPresent() ? index.map(this::child) : steps().flatMap(steps -> steps.down(name));
  }

  private Optional<TreePlace> item(PlanNode.Sequence list, String name) {
    var index = itemNames.index(list, name);
    return index.isPresent() ? index.map(this::child) : only().flatMap(only -> only.down(name));
  }

  /** The steps of a preparation. */
  private Optional<TreePlace> steps() {
    return node instanceof PlanNode.Mapping mapping
        ? IntStream.range(0, mapping.entries().size())
            .filter(i -> mapping.entries().get(i).key().text().equals("steps"))
            .mapToObj(this::child)
            .findFirst()
        : Optional.empty();
  }

  /** The only preparation of a list. */
  private Optional<TreePlace> only() {
    var items = items().toList();
    return items.size() == 1 && items.get(0).steps().isPresent()
        ? Optional.of(items.get(0))
        : Optional.empty();
  }

  private TreePlace child(int index) {
    var longer = new ArrayList<>(address);
    longer.add(index);
    var child =
        node instanceof PlanNode.Mapping mapping
            ? mapping.entries().get(index).value()
            : ((PlanNode.Sequence) node).items().get(index);
    return new TreePlace(longer, child, itemNames);
  }

  private static Stream<String> plurals(String name) {
    return Stream.of(
        name + "s", name + "es", name.replaceFirst("y$", "ies"), name.replaceFirst("is$", "es"));
  }
}
