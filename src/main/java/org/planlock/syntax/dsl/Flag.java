package org.planlock.syntax.dsl;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/** A word that says yes by standing there; {@code word no} says no. */
record Flag(String word) implements Statement {
  @Override
  public boolean opensAt(Passage passage, int index) {
    return passage.isAt(index, word) && !passage.isCall(index);
  }

  @Override
  public void read(Passage passage, Entries into) {
    Span span = passage.here();
    passage.skip(1);
    boolean no = passage.take("no");
    if (!no) {
      passage.take("yes");
    }
    into.put(
        passage, new PlanNode.Scalar(word, span), new PlanNode.Scalar(no ? "false" : "true", span));
  }

  @Override
  public Stream<String> words() {
    return Stream.of(word);
  }

  @Override
  public Set<String> claims(PlanNode.Mapping from) {
    return Set.of(word);
  }

  @Override
  public List<Sentence> write(PlanNode.Mapping from, Page page) {
    var value = from.get(word);
    if (value.isEmpty()) {
      return List.of();
    }
    String text = value.get() instanceof PlanNode.Scalar scalar ? scalar.text() : "";
    if (!text.equals("true") && !text.equals("false")) {
      page.refuse(word, value.get());
    }
    return List.of(Sentence.of(text.equals("true") ? word : word + " no"));
  }
}
