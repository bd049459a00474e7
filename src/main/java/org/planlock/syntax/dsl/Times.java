package org.planlock.syntax.dsl;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.syntax.PlanNode;

/** {@code 4999 times}, a clause whose number comes first. */
record Times() implements Statement {
  private static final String KEY = "times";

  @Override
  public boolean opensAt(Passage passage, int index) {
    return passage.isKind(index, Part.Kind.NUMBER) && passage.isAt(index + 1, KEY);
  }

  @Override
  public void read(Passage passage, Entries into) {
    var number = passage.term();
    var key = new PlanNode.Scalar(KEY, passage.here());
    passage.skip(1);
    into.put(passage, key, number);
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
    return from
        .get(KEY)
        .flatMap(Forms::text)
        .map(number -> Sentence.of(number + " " + KEY))
        .stream()
        .toList();
  }
}
