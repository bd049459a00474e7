package org.planlock.syntax.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/**
 * {@code terms age + sex}, or {@code terms + group}, which adds to the terms of the model that is
 * extended.
 */
record Terms() implements Statement {
  @Override
  public boolean opensAt(Passage passage, int index) {
    return passage.isAt(index, "terms");
  }

  @Override
  public void read(Passage passage, Entries into) {
    Span word = passage.here();
    passage.skip(1);
    var key = new PlanNode.Scalar(passage.take("+") ? "add" : "terms", word);
    Clause.value(passage, new Summed(), word).ifPresent(terms -> into.put(passage, key, terms));
  }

  @Override
  public Stream<String> words() {
    return Stream.of("terms");
  }

  @Override
  public Set<String> claims(PlanNode.Mapping from) {
    return Set.of("terms", "add");
  }

  @Override
  public List<Sentence> write(PlanNode.Mapping from, Page page) {
    var sentences = new ArrayList<Sentence>();
    for (String key : List.of("terms", "add")) {
      from.get(key)
          .filter(value -> !(value instanceof PlanNode.Sequence list && list.items().isEmpty()))
          .flatMap(value -> Clause.written(value, new Summed(), page))
          .ifPresent(
              terms ->
                  sentences.add(
                      terms.after(key.equals("add") ? "terms +" : "terms").placedBeside(true)));
    }
    return sentences;
  }

  @Override
  public Optional<Form> formOf(List<String> path) {
    return path.equals(List.of("terms")) || path.equals(List.of("add"))
        ? Optional.of(new Summed())
        : Optional.empty();
  }

  /** Terms with plus signs, or commas, between them. */
  private record Summed() implements Form {
    @Override
    public PlanNode read(Passage passage) {
      int start = passage.index();
      var items = new ArrayList<PlanNode>();
      do {
        if (passage.hasValue()) {
          items.add(passage.phraseUntil(() -> passage.looksAt("+") || passage.looksAt(",")));
        }
      } while (passage.take("+") || passage.take(","));
      return new PlanNode.Sequence(items, passage.since(start));
    }

    @Override
    public Optional<Sentence> write(PlanNode value, Page page) {
      if (value instanceof PlanNode.Sequence terms) {
        return Optional.of(
            Sentence.of(
                terms.items().stream()
                    .map(item -> page.term(Forms.text(item).orElse("")))
                    .collect(Collectors.joining(" + "))));
      }
      return Forms.text(value).map(page::term).map(Sentence::of);
    }
  }
}
