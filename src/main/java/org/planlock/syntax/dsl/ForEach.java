package org.planlock.syntax.dsl;

import java.util.Optional;
import java.util.stream.Collectors;
import org.planlock.syntax.PlanNode;

/** For what something is said again: {@code every measure}, or {@code outcome in vas, bis11t}. */
record ForEach() implements Form {
  @Override
  public PlanNode read(Passage passage) {
    if (!passage.isAt(passage.index() + 1, "in")) {
      return passage.phrase();
    }
    int start = passage.index();
    var entries = new Entries();
    do {
      var name = passage.term();
      passage.skip(1);
      if (passage.hasValue()) {
        entries.put(passage, name, Forms.NAMES.read(passage));
      }
    } while (passage.looksAt("for")
        && passage.isAt(passage.index() + 2, "in")
        && passage.take("for"));
    return entries.mapping(passage.since(start));
  }

  @Override
  public Optional<Sentence> write(PlanNode value, Page page) {
    if (value instanceof PlanNode.Mapping mapping && !mapping.entries().isEmpty()) {
      boolean lists =
          mapping.entries().stream().allMatch(entry -> entry.value() instanceof PlanNode.Sequence);
      return lists
          ? Optional.of(
              Sentence.of(
                  mapping.entries().stream()
                      .map(entry -> one(entry, page))
                      .collect(Collectors.joining(" for "))))
          : Optional.empty();
    }
    return Forms.PHRASE.write(value, page);
  }

  private static String one(PlanNode.Entry entry, Page page) {
    return entry.key().text()
        + " in "
        + Forms.NAMES
            .write(entry.value(), page)
            .map(sentence -> sentence.chunks().get(0))
            .orElse("none");
  }
}
