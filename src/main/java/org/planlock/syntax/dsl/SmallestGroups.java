package org.planlock.syntax.dsl;

import java.util.ArrayList;
import java.util.Optional;
import org.planlock.syntax.PlanNode;

/** {@code 8 per group in analysis_set, 12 in enrolled}: numbers below which nothing is analysed. */
record SmallestGroups() implements Form {
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
    var count = passage.term();
    boolean grouped = passage.looksAt("per", "group");
    passage.skip(grouped ? 2 : 0);
    entries.put(passage, new PlanNode.Scalar(grouped ? "per_group" : "count", count.span()), count);
    if (passage.looksAt("in") && passage.part(passage.index() + 1).isPresent()) {
      var key = passage.scalar(passage.index(), passage.index() + 1);
      passage.skip(1);
      entries.put(passage, key, passage.term());
    }
    return entries.mapping(passage.since(start));
  }

  @Override
  public Optional<Sentence> write(PlanNode value, Page page) {
    if (!(value instanceof PlanNode.Sequence sequence)) {
      return Optional.empty();
    }
    var parts = new ArrayList<String>();
    for (PlanNode node : sequence.items()) {
      var grouped = part(node, "per_group");
      var count = grouped.isPresent() ? grouped : part(node, "count");
      if (count.isEmpty()) {
        return Optional.empty();
      }
      String scope = part(node, "in").map(in -> " in " + page.term(in)).orElse("");
      parts.add(page.term(count.get()) + (grouped.isPresent() ? " per group" : "") + scope);
    }
    return Optional.of(Sentence.of(String.join(", ", parts)));
  }

  private static Optional<String> part(PlanNode node, String key) {
    return node instanceof PlanNode.Mapping mapping
        ? mapping.get(key).flatMap(Forms::text)
        : Optional.empty();
  }
}
