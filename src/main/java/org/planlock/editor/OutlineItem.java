package org.planlock.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.notation.PlanNotation;

/**
 * A part of the outline of a plan.
 *
 * @param detail a few words beside the name
 * @param whole all of it
 * @param name where its name stands, inside the whole
 */
public record OutlineItem(
    String label, String detail, Span whole, Span name, List<OutlineItem> parts) {
  private static final List<String> NAMING = List.of("name", "id", "role", "table", "hypothesis");

  public OutlineItem {
    parts = List.copyOf(parts);
  }

  /** The outline of a draft, in the order of its text. */
  public static List<OutlineItem> of(Draft draft) {
    var now = draft.reading().tree().span().file();
    boolean nested = draft.language().notation() == PlanNotation.YAML;
    return draft.reading().tree().entries().stream()
        .flatMap(entry -> nested ? Stream.of(entry(entry)) : flat(entry))
        .filter(item -> item.whole().file() == now)
        .sorted(Comparator.comparingInt(item -> item.whole().start()))
        .toList();
  }

  private static Stream<OutlineItem> flat(PlanNode.Entry entry) {
    var items = items(entry.key().text(), entry.value());
    return items.isEmpty() ? Stream.of(entry(entry)) : items.stream();
  }

  private static OutlineItem entry(PlanNode.Entry entry) {
    var key = entry.key();
    var whole = key.span().to(entry.value().span());
    return new OutlineItem(key.text(), "", whole, key.span(), parts(entry.value()));
  }

  private static List<OutlineItem> parts(PlanNode node) {
    if (node instanceof PlanNode.Mapping mapping) {
      var parts = new ArrayList<OutlineItem>();
      for (var entry : mapping.entries()) {
        var items = items(entry.key().text(), entry.value());
        if (!items.isEmpty()) {
          parts.addAll(items);
        }
      }
      return parts;
    }
    return items("", node);
  }

  private static List<OutlineItem> items(String key, PlanNode node) {
    return node instanceof PlanNode.Sequence list
        ? list.items().stream().flatMap(item -> item(key, item).stream()).toList()
        : List.of();
  }

  private static Optional<OutlineItem> item(String key, PlanNode node) {
    if (!(node instanceof PlanNode.Mapping mapping)) {
      return Optional.empty();
    }
    return NAMING.stream()
        .flatMap(naming -> mapping.get(naming).stream())
        .filter(PlanNode.Scalar.class::isInstance)
        .findFirst()
        .map(
            name ->
                new OutlineItem(
                    ((PlanNode.Scalar) name).text().strip(),
                    key,
                    mapping.span().to(name.span()),
                    name.span(),
                    parts(mapping)));
  }
}
