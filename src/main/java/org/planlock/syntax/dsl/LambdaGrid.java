package org.planlock.syntax.dsl;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.planlock.syntax.PlanNode;

/**
 * Penalty strengths: {@code 60 values log_spaced from max to 0.01 * max, both ends included}, or
 * the values themselves.
 */
record LambdaGrid() implements Form {
  private static final Set<String> KEYS = Set.of("values", "spacing", "from", "to", "ends");

  @Override
  public PlanNode read(Passage passage) {
    int start = passage.index();
    if (!passage.isAt(start + 1, "values")) {
      return Forms.LIST_OR_PHRASE.read(passage);
    }
    var entries = new Entries();
    put(passage, entries, "values", passage.term());
    passage.skip(1);
    if (passage.hasValue() && !passage.looksAt("from")) {
      put(passage, entries, "spacing", passage.term());
    }
    if (passage.take("from") && passage.hasValue()) {
      put(passage, entries, "from", passage.phraseUntil(() -> passage.looksAt("to")));
    }
    if (passage.take("to") && passage.hasValue()) {
      put(passage, entries, "to", smallest(passage));
    }
    if (passage.take(",") && passage.hasValue()) {
      var ends = passage.phrase();
      put(
          passage,
          entries,
          "ends",
          new PlanNode.Scalar(ends.text().replaceFirst("\\bends\\s+", ""), ends.span()));
    }
    return entries.mapping(passage.since(start));
  }

  /** One end, or one for each shape of the data: {@code … when n < p, else …}. */
  private static PlanNode smallest(Passage passage) {
    int start = passage.index();
    var end =
        passage.phraseUntil(
            () -> passage.isAt(passage.index(), ",") && !passage.isDecimalComma(passage.index()));
    if (passage.isAt(passage.index(), ",") && passage.isAt(passage.index() + 1, "else")) {
      passage.skip(1);
      passage.phraseBeforeComma();
      return passage.scalar(start, passage.index());
    }
    return end;
  }

  private static void put(Passage passage, Entries entries, String key, PlanNode value) {
    entries.put(passage, new PlanNode.Scalar(key, value.span()), value);
  }

  @Override
  public Optional<Sentence> write(PlanNode value, Page page) {
    if (!(value instanceof PlanNode.Mapping mapping)) {
      return Forms.LIST_OR_PHRASE.write(value, page);
    }
    var listed = listed(mapping);
    if (listed.isPresent()) {
      return Forms.LIST_OR_PHRASE.write(listed.get(), page);
    }
    boolean known =
        mapping.entries().stream()
            .allMatch(e -> KEYS.contains(e.key().text()) && e.value() instanceof PlanNode.Scalar);
    if (!known || mapping.get("values").isEmpty()) {
      return Optional.empty();
    }
    var text = new StringBuilder(page.term(of(mapping, "values")) + " values");
    for (String key : List.of("spacing", "from", "to")) {
      if (mapping.get(key).isPresent()) {
        text.append(key.equals("spacing") ? " " : " " + key + " ")
            .append(
                key.equals("spacing") ? page.term(of(mapping, key)) : end(of(mapping, key), page));
      }
    }
    if (mapping.get("ends").isPresent()) {
      text.append(", ").append(page.phrase(of(mapping, "ends").replaceFirst(" ", " ends "), false));
    }
    return Optional.of(Sentence.of(text.toString()));
  }

  /** The strengths that a mapping lists one by one. */
  static Optional<PlanNode> listed(PlanNode.Mapping mapping) {
    return mapping.get("listed").filter(list -> mapping.entries().size() == 1);
  }

  private static String end(String text, Page page) {
    var shapes = text.split(", else ", 2);
    return shapes.length == 2
        ? page.phrase(shapes[0], true) + ", " + page.phrase("else " + shapes[1], true)
        : page.phrase(text, true);
  }

  private static String of(PlanNode.Mapping mapping, String key) {
    return mapping.get(key).flatMap(Forms::text).orElse("");
  }
}
