package org.planlock.syntax.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.syntax.PlanNode;

/** {@code then models.m1.penalty.lambda 20, 10}: what is set when a branch is taken. */
record Then(Settings settings) implements Statement {
  @Override
  public boolean opensAt(Passage passage, int index) {
    return passage.isAt(index, "then");
  }

  @Override
  public void read(Passage passage, Entries into) {
    passage.skip(1);
    var inner = Vocabulary.of(settings);
    passage.enter(inner);
    while (inner.opensAt(passage, passage.index())) {
      settings.read(passage, into);
    }
    passage.leave();
  }

  @Override
  public Stream<String> words() {
    return Stream.of("then");
  }

  @Override
  public Set<String> claims(PlanNode.Mapping from) {
    return settings.claims(from);
  }

  @Override
  public List<Sentence> write(PlanNode.Mapping from, Page page) {
    var chunks = new ArrayList<String>();
    settings.write(from, page).forEach(sentence -> chunks.addAll(sentence.onOneLine()));
    return chunks.isEmpty() ? List.of() : List.of(Sentence.of(chunks).after("then"));
  }
}
