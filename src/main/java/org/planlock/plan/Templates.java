package org.planlock.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.syntax.PlanNode;

/**
 * Spells out an item that carries {@code for}: once for each name, or, where its own name stays the
 * same, with each name in its lists.
 */
final class Templates {
  private final TemplateNames names;

  Templates(TemplateNames names) {
    this.names = names;
  }

  List<PlanNode.Mapping> expand(PlanNode.Mapping item) {
    var clause = item.get("for");
    if (clause.isEmpty()) {
      return List.of(item);
    }
    var bare = Trees.without(item, "for");
    var loops = loops(clause.get());
    var items = List.of(bare);
    for (var loop : loops.entrySet()) {
      items =
          items.stream()
              .flatMap(each -> repeat(each, loop.getKey(), loop.getValue()).stream())
              .toList();
    }
    return items;
  }

  private Map<String, List<String>> loops(PlanNode clause) {
    var loops = new LinkedHashMap<String, List<String>>();
    if (clause instanceof PlanNode.Mapping mapping) {
      mapping.entries().forEach(entry -> loops.put(entry.key().text(), Trees.texts(entry.value())));
    } else if (clause instanceof PlanNode.Scalar scalar
        && scalar.text().strip().startsWith("every ")) {
      var word = scalar.text().strip().substring("every ".length()).strip();
      loops.put(word, names.every(word, clause));
    } else {
      names.report(
          Diagnostic.at(
                  clause.span(),
                  Rule.UNKNOWN_TEMPLATE,
                  "this does not say for what the item stands")
              .help("write `for: every measure`, or `for: {outcome: [vas, bis11t]}`"));
    }
    return loops;
  }

  private static List<PlanNode.Mapping> repeat(
      PlanNode.Mapping item, String word, List<String> values) {
    var identity =
        Trees.text(item, "name")
            .or(() -> Trees.text(item, "id"))
            .or(() -> Trees.text(item, "correlate"))
            .or(() -> Trees.text(item, "model"))
            .orElse("");
    if (new Placeholder(word, "").occursIn(identity)
        || !identity.equals(Trees.text(item, "name").orElse(""))) {
      return values.stream()
          .map(value -> (PlanNode.Mapping) Trees.mapText(item, new Placeholder(word, value)::in))
          .toList();
    }
    return List.of(
        new PlanNode.Mapping(
            item.entries().stream()
                .map(entry -> new PlanNode.Entry(entry.key(), spread(entry.value(), word, values)))
                .toList(),
            item.span()));
  }

  private static PlanNode spread(PlanNode node, String word, List<String> values) {
    if (!(node instanceof PlanNode.Sequence sequence)) {
      return node;
    }
    Stream<PlanNode> items =
        sequence.items().stream()
            .flatMap(
                item ->
                    item instanceof PlanNode.Scalar scalar
                            && new Placeholder(word, "").occursIn(scalar.text())
                        ? values.stream()
                            .map(
                                value ->
                                    new PlanNode.Scalar(
                                        new Placeholder(word, value).in(scalar.text()),
                                        scalar.span()))
                        : Stream.of(item));
    return new PlanNode.Sequence(items.toList(), sequence.span());
  }
}
