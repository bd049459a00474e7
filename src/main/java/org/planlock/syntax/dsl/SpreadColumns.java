package org.planlock.syntax.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.syntax.PlanNode;

/** {@code raw as (measure), mean_fd as fd_(measure)}: one column for each value of a key. */
record SpreadColumns() implements Form {
  @Override
  public PlanNode read(Passage passage) {
    int start = passage.index();
    var items = new ArrayList<PlanNode>();
    do {
      if (passage.hasValue()) {
        items.add(one(passage));
      }
    } while (passage.take(","));
    return new PlanNode.Sequence(items, passage.since(start));
  }

  private static PlanNode one(Passage passage) {
    int start = passage.index();
    var entries = new Entries();
    var column = passage.term();
    entries.put(passage, new PlanNode.Scalar("column", column.span()), column);
    if (passage.take("as") && passage.hasValue()) {
      var name = passage.term();
      entries.put(passage, new PlanNode.Scalar("as", name.span()), name);
    } else {
      passage.report(
          Diagnostic.at(
                  column.span(),
                  Rule.MISSING_VALUE,
                  "nothing says what `" + column.text() + "` is called when it is spread")
              .help("write it as `spread raw as (measure), mean_fd as fd_(measure)`"));
    }
    return entries.mapping(passage.since(start));
  }

  @Override
  public Optional<Sentence> write(PlanNode value, Page page) {
    if (!(value instanceof PlanNode.Sequence sequence) || sequence.items().isEmpty()) {
      return Optional.empty();
    }
    var parts = new ArrayList<String>();
    for (PlanNode node : sequence.items()) {
      var column = part(node, "column");
      var name = part(node, "as");
      if (column.isEmpty() || name.isEmpty() || ((PlanNode.Mapping) node).entries().size() != 2) {
        return Optional.empty();
      }
      parts.add(page.term(column.get()) + " as " + page.term(name.get()));
    }
    return Optional.of(Sentence.of(String.join(", ", List.copyOf(parts))));
  }

  private static Optional<String> part(PlanNode node, String key) {
    return node instanceof PlanNode.Mapping mapping
        ? mapping.get(key).flatMap(Forms::text)
        : Optional.empty();
  }
}
