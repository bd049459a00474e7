package org.planlock.syntax.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.planlock.syntax.PlanNode;

/** {@code within 1e-12 relative larger l1_ratio, then larger lambda}. */
record TieOrder() implements Form {
  @Override
  public PlanNode read(Passage passage) {
    int start = passage.index();
    var entries = new Entries();
    if (passage.looksAt("within")) {
      var key = passage.scalar(start, start + 1);
      passage.skip(1);
      Clause.value(passage, new Until(), key.span())
          .ifPresent(value -> entries.put(passage, key, value));
    } else if (!prefers(passage)) {
      return passage.phrase();
    }
    var prefer = new ArrayList<PlanNode>();
    int from = passage.index();
    while (prefers(passage)) {
      prefer.add(passage.phraseBeforeComma());
      if (passage.take(",")) {
        passage.take("then");
      }
    }
    if (!prefer.isEmpty()) {
      var span = passage.since(from);
      entries.put(
          passage, new PlanNode.Scalar("prefer", span), new PlanNode.Sequence(prefer, span));
    }
    return entries.mapping(passage.since(start));
  }

  private static boolean prefers(Passage passage) {
    return passage
        .peek()
        .filter(part -> part.span().text().matches("(larger|smaller)(_.*)?"))
        .isPresent();
  }

  private record Until() implements Form {
    @Override
    public PlanNode read(Passage passage) {
      return passage.phraseUntil(() -> prefers(passage));
    }

    @Override
    public Optional<Sentence> write(PlanNode value, Page page) {
      return Forms.PHRASE.write(value, page);
    }
  }

  @Override
  public Optional<Sentence> write(PlanNode value, Page page) {
    if (!(value instanceof PlanNode.Mapping mapping)) {
      return Forms.PHRASE.write(value, page);
    }
    var chunks = new ArrayList<String>();
    mapping
        .get("within")
        .flatMap(Forms::text)
        .ifPresent(text -> chunks.add("within " + page.phrase(text, true)));
    var prefer = mapping.get("prefer");
    if (prefer.isPresent()) {
      chunks.add(
          (prefer.get() instanceof PlanNode.Sequence list ? list.items() : List.of(prefer.get()))
              .stream()
                  .map(item -> page.phrase(Forms.text(item).orElse(""), true))
                  .collect(Collectors.joining(", then ")));
    }
    boolean known =
        mapping.entries().stream()
            .allMatch(entry -> List.of("within", "prefer").contains(entry.key().text()));
    return known ? Optional.of(Sentence.of(chunks)) : Optional.empty();
  }
}
