package org.planlock.syntax.dsl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/** A mapping that grows while statements are read. */
final class Entries {
  private final Map<String, PlanNode.Entry> entries = new LinkedHashMap<>();

  /** Sets a key; a key that is there already is reported and keeps its first value. */
  void put(Passage passage, PlanNode.Scalar key, PlanNode value) {
    var before = entries.putIfAbsent(key.text(), new PlanNode.Entry(key, value));
    if (before != null) {
      reportTwice(passage, key, before.key().span());
    }
  }

  /** Adds an item to the list under a key. */
  void add(Passage passage, PlanNode.Scalar key, PlanNode item) {
    var before = entries.get(key.text());
    if (before == null) {
      entries.put(
          key.text(), new PlanNode.Entry(key, new PlanNode.Sequence(List.of(item), item.span())));
    } else if (before.value() instanceof PlanNode.Sequence sequence) {
      var items = new ArrayList<>(sequence.items());
      items.add(item);
      entries.put(
          key.text(),
          new PlanNode.Entry(
              before.key(), new PlanNode.Sequence(items, sequence.span().to(item.span()))));
    } else {
      reportTwice(passage, key, before.key().span());
    }
  }

  /** Sets a key anew, when a statement adds to what an earlier one said. */
  void replace(PlanNode.Scalar key, PlanNode value) {
    entries.put(key.text(), new PlanNode.Entry(key, value));
  }

  /** What stands under a key so far. */
  Optional<PlanNode> get(String key) {
    return Optional.ofNullable(entries.get(key)).map(PlanNode.Entry::value);
  }

  List<PlanNode.Entry> all() {
    return List.copyOf(entries.values());
  }

  PlanNode.Mapping mapping(Span span) {
    return new PlanNode.Mapping(all(), span);
  }

  /** Names the word that the author wrote, which a key of the tree may call otherwise. */
  private static void reportTwice(Passage passage, PlanNode.Scalar key, Span first) {
    String written = key.span().text();
    passage.report(
        Diagnostic.at(
                key.span(),
                Rule.DUPLICATE_KEY,
                "`"
                    + (written.matches("[a-z_]+") ? written : key.text())
                    + "` is said on line "
                    + first.line()
                    + " and on line "
                    + key.span().line())
            .labelled(first, "first said here")
            .help("keep one of the two"));
  }
}
