package org.planlock.syntax.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.syntax.PlanNode;

/** What a set holds: {@code = age, sex} or {@code = columns "fc_*" in rpn}. */
record SetValue() implements Statement {
  @Override
  public boolean opensAt(Passage passage, int index) {
    return passage.isAt(index, "=");
  }

  @Override
  public void read(Passage passage, Entries into) {
    var sign = passage.here();
    passage.skip(1);
    boolean columns =
        passage.looksAt("columns") && passage.isKind(passage.index() + 1, Part.Kind.STRING);
    if (columns) {
      var key = passage.scalar(passage.index(), passage.index() + 1);
      passage.skip(1);
      into.put(passage, key, passage.term());
      return;
    }
    Clause.value(passage, Forms.NAMES, sign)
        .ifPresent(terms -> into.put(passage, new PlanNode.Scalar("terms", sign), terms));
  }

  @Override
  public Stream<String> words() {
    return Stream.of();
  }

  @Override
  public Set<String> claims(PlanNode.Mapping from) {
    return Set.of("terms", "columns");
  }

  @Override
  public List<Sentence> write(PlanNode.Mapping from, Page page) {
    var sentences = new ArrayList<Sentence>();
    from.get("columns")
        .flatMap(Forms::text)
        .ifPresent(pattern -> sentences.add(Sentence.of("= columns " + Quotes.around(pattern))));
    from.get("terms")
        .filter(
            terms ->
                !(terms instanceof PlanNode.Sequence s
                    && s.items().isEmpty()
                    && !sentences.isEmpty()))
        .flatMap(terms -> Forms.NAMES.write(terms, page))
        .ifPresent(terms -> sentences.add(terms.after("=")));
    return sentences;
  }
}
