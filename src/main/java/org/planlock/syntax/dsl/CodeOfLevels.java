package org.planlock.syntax.dsl;

import java.util.List;
import java.util.Optional;
import org.planlock.syntax.PlanNode;

/** {@code dummy 0, 1}: how levels become numbers; without numbers a plain word. */
record CodeOfLevels() implements Form {
  @Override
  public PlanNode read(Passage passage) {
    int start = passage.index();
    var scheme = passage.term();
    boolean numbers = passage.isKind(passage.index(), Part.Kind.NUMBER) || passage.looksAt("-");
    if (!numbers) {
      return scheme;
    }
    var entry = new PlanNode.Entry(scheme, Forms.NAMES.read(passage));
    return new PlanNode.Mapping(List.of(entry), passage.since(start));
  }

  @Override
  public Optional<Sentence> write(PlanNode value, Page page) {
    if (value instanceof PlanNode.Mapping mapping && mapping.entries().size() == 1) {
      var entry = mapping.entries().get(0);
      return Forms.NAMES
          .write(entry.value(), page)
          .map(numbers -> numbers.after(entry.key().text()));
    }
    return Forms.WORD.write(value, page);
  }
}
