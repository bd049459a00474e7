package org.planlock.syntax.dsl;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/**
 * A word and a block whose statements belong to the mapping around it, as {@code exploratory {
 * correlate … }} does.
 */
record Enclosed(String word, Vocabulary inside) implements Statement {
  @Override
  public boolean opensAt(Passage passage, int index) {
    return passage.isAt(index, word);
  }

  @Override
  public void read(Passage passage, Entries into) {
    Span span = passage.here();
    passage.skip(1);
    var notApplicable = NotApplicable.read(passage);
    var block = passage.block();
    if (notApplicable.isPresent()) {
      into.put(passage, new PlanNode.Scalar(word, span), notApplicable.get());
    } else if (passage.take("none")) {
      into.put(passage, new PlanNode.Scalar(word, span), new PlanNode.Sequence(List.of(), span));
    } else if (block.isPresent()) {
      inside.read(passage.inside(block.get().parts(), block.get().span()), into);
    } else {
      passage.report(
          Diagnostic.at(span, Rule.MISSING_VALUE, "nothing follows `" + word + "`")
              .help("write what belongs to it in braces"));
    }
  }

  @Override
  public Stream<String> words() {
    return Stream.of(word);
  }

  @Override
  public Set<String> claims(PlanNode.Mapping from) {
    return inside.claims(from);
  }

  @Override
  public List<Sentence> write(PlanNode.Mapping from, Page page) {
    var value = from.get(word);
    if (value.isEmpty()) {
      return List.of();
    }
    if (NotApplicable.is(value.get())) {
      return List.of(Sentence.of(word + " " + NotApplicable.write(value.get())));
    }
    if (value.get() instanceof PlanNode.Sequence list && list.items().isEmpty()) {
      return List.of(Sentence.of(word + " none"));
    }
    return List.of(Sentence.of(word).withBlock(inside.write(from, page.inside())));
  }
}
