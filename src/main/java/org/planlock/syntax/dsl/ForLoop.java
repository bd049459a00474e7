package org.planlock.syntax.dsl;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/**
 * {@code for outcome in vas, bis11t { … }}: every item inside carries for what it is said again.
 */
record ForLoop(Supplier<Vocabulary> inside) implements Statement {
  private static final Form NAMES_OF_LOOP = new ForEach();

  @Override
  public boolean opensAt(Passage passage, int index) {
    return passage.isAt(index, "for") && passage.isAt(index + 2, "in");
  }

  @Override
  public void read(Passage passage, Entries into) {
    var key = new PlanNode.Scalar("for", passage.here());
    passage.skip(1);
    var loop = NAMES_OF_LOOP.read(passage);
    var block = passage.block();
    if (block.isEmpty()) {
      passage.report(
          Diagnostic.at(key.span(), Rule.MISSING_VALUE, "nothing is repeated by this `for`")
              .help("write what is repeated in braces: `for outcome in vas, bis { model … }`"));
      return;
    }
    var items = new Entries();
    inside.get().read(passage.inside(block.get().parts(), block.get().span()), items);
    items.all().forEach(entry -> repeat(passage, entry, new PlanNode.Entry(key, loop), into));
  }

  private static void repeat(
      Passage passage, PlanNode.Entry list, PlanNode.Entry loop, Entries into) {
    if (!(list.value() instanceof PlanNode.Sequence sequence)) {
      passage.report(
          Diagnostic.at(
                  list.key().span(),
                  Rule.UNEXPECTED_TOKEN,
                  "`" + list.key().text() + "` can be said only once, so not inside `for`")
              .help("move it out of the braces"));
      return;
    }
    for (PlanNode node : sequence.items()) {
      var item = (PlanNode.Mapping) node;
      var copy = new Entries();
      item.entries().stream()
          .filter(entry -> !entry.key().text().equals("for"))
          .forEach(entry -> copy.put(passage, entry.key(), entry.value()));
      copy.put(passage, loop.key(), merged(passage, loop.value(), item));
      into.add(passage, list.key(), copy.mapping(item.span()));
    }
  }

  /** A loop inside a loop says both; the outer one comes first. */
  private static PlanNode merged(Passage passage, PlanNode loop, PlanNode.Mapping item) {
    var inner = item.get("for");
    if (inner.isEmpty()) {
      return loop;
    }
    var both = new Entries();
    Span span = item.span();
    for (PlanNode node : List.of(loop, inner.get())) {
      if (node instanceof PlanNode.Mapping names) {
        names.entries().forEach(entry -> both.put(passage, entry.key(), entry.value()));
      } else {
        passage.report(
            Diagnostic.at(
                node.span(),
                Rule.UNEXPECTED_TOKEN,
                "this stands inside a `for` and says `for` itself"));
      }
    }
    return both.mapping(span);
  }

  @Override
  public Stream<String> words() {
    return Stream.of("for");
  }

  @Override
  public Set<String> claims(PlanNode.Mapping from) {
    return Set.of();
  }

  /** Items say it themselves, in a clause. */
  @Override
  public List<Sentence> write(PlanNode.Mapping from, Page page) {
    return List.of();
  }
}
