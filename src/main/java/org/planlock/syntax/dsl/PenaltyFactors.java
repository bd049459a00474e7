package org.planlock.syntax.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/**
 * {@code penalty_factor 1 for every term bounds none}, and again {@code penalty_factor 0 for age,
 * sex} for some terms.
 */
record PenaltyFactors() implements Statement {
  private static final String KEY = "penalty_factor";
  private static final Shape REST =
      Shape.of()
          .with(
              Clause.of("bounds", Forms.PHRASE),
              Clause.of("unpenalised", Forms.LIST_OR_PHRASE),
              Clause.of("excluded", Forms.LIST_OR_PHRASE));

  @Override
  public boolean opensAt(Passage passage, int index) {
    return passage.isAt(index, KEY);
  }

  @Override
  public void read(Passage passage, Entries into) {
    Span word = passage.here();
    var key = new PlanNode.Scalar(KEY, word);
    passage.skip(1);
    var notApplicable = NotApplicable.read(passage);
    if (notApplicable.isPresent()) {
      into.put(passage, key, notApplicable.get());
      return;
    }
    int start = passage.index();
    var entries = new Entries();
    into.get(KEY)
        .ifPresent(
            before ->
                ((PlanNode.Mapping) before)
                    .entries()
                    .forEach(entry -> entries.put(passage, entry.key(), entry.value())));
    if (passage.isKind(start, Part.Kind.NUMBER)) {
      factor(passage, entries);
    }
    REST.read(passage, entries);
    into.replace(key, entries.mapping(passage.since(start)));
  }

  private static void factor(Passage passage, Entries entries) {
    int start = passage.index();
    var number = passage.term();
    boolean all = passage.looksAt("for", "every", "term");
    if (all || !passage.take("for")) {
      passage.skip(all ? 3 : 0);
      entries.put(passage, new PlanNode.Scalar("every_term", number.span()), number);
      return;
    }
    var item = new Entries();
    item.put(passage, new PlanNode.Scalar("factor", number.span()), number);
    if (passage.hasValue()) {
      item.put(passage, new PlanNode.Scalar("for", passage.here()), Forms.NAMES.read(passage));
    }
    entries.add(
        passage, new PlanNode.Scalar("terms", number.span()), item.mapping(passage.since(start)));
  }

  @Override
  public Stream<String> words() {
    return Stream.of(KEY);
  }

  @Override
  public Set<String> claims(PlanNode.Mapping from) {
    return Set.of(KEY);
  }

  @Override
  public List<Sentence> write(PlanNode.Mapping from, Page page) {
    var value = from.get(KEY);
    if (value.isEmpty()) {
      return List.of();
    }
    if (NotApplicable.is(value.get())) {
      return List.of(Sentence.of(KEY + " " + NotApplicable.write(value.get())));
    }
    if (!(value.get() instanceof PlanNode.Mapping factors)) {
      page.refuse(KEY, value.get());
      return List.of();
    }
    return sentences(factors, page);
  }

  private static List<Sentence> sentences(PlanNode.Mapping factors, Page page) {
    var sentences = new ArrayList<Sentence>();
    String every =
        factors
            .get("every_term")
            .flatMap(Forms::text)
            .map(number -> page.term(number) + " for every term")
            .orElse("");
    var rest = REST.write(factors, Set.of("every_term", "terms"), page);
    if (!every.isEmpty() || !rest.chunks().isEmpty() || factors.get("terms").isEmpty()) {
      var chunks = new ArrayList<>(rest.chunks());
      chunks.add(0, (KEY + " " + every).strip());
      sentences.add(Sentence.of(chunks));
    }
    if (factors.get("terms").orElse(null) instanceof PlanNode.Sequence terms) {
      terms.items().forEach(item -> one(item, page).ifPresent(sentences::add));
    }
    return sentences;
  }

  private static Optional<Sentence> one(PlanNode node, Page page) {
    if (node instanceof PlanNode.Mapping item
        && item.get("factor").isPresent()
        && item.get("for").isPresent()) {
      String number = item.get("factor").flatMap(Forms::text).orElse("");
      return item.get("for")
          .flatMap(terms -> Forms.NAMES.write(terms, page))
          .map(terms -> terms.after(KEY + " " + number + " for"));
    }
    page.refuse(KEY, node);
    return Optional.empty();
  }

  @Override
  public Optional<Form> formOf(List<String> path) {
    return path.equals(List.of(KEY)) ? Optional.of(new InBraces()) : Optional.empty();
  }

  /** All of them as one value, where a variant replaces them: {@code { penalty_factor … }}. */
  private record InBraces() implements Form {
    @Override
    public PlanNode read(Passage passage) {
      var block = passage.block();
      if (block.isEmpty()) {
        return Forms.PHRASE.read(passage);
      }
      var entries = new Entries();
      Vocabulary.of(new PenaltyFactors())
          .read(passage.inside(block.get().parts(), block.get().span()), entries);
      return entries.get(KEY).orElseGet(() -> new PlanNode.Mapping(List.of(), block.get().span()));
    }

    @Override
    public Optional<Sentence> write(PlanNode value, Page page) {
      return value instanceof PlanNode.Mapping factors
          ? Optional.of(Sentence.of("").withBlock(sentences(factors, page.inside())))
          : Optional.empty();
    }

    @Override
    public boolean mayBeEmpty() {
      return true;
    }
  }
}
