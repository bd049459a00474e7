package org.planlock.syntax.dsl;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.syntax.PlanNode;

/** {@code number 0 .. 80}: the type of a column, with its range if it has one. */
record ColumnType() implements Statement {
  private static final List<String> TYPES = List.of("number", "integer", "text");

  @Override
  public boolean opensAt(Passage passage, int index) {
    return passage.isAt(index, "range")
        || TYPES.stream().anyMatch(type -> passage.isAt(index, type));
  }

  @Override
  public void read(Passage passage, Entries into) {
    var word = passage.term();
    if (!word.text().equals("range")) {
      into.put(passage, new PlanNode.Scalar("type", word.span()), word);
    }
    boolean ranged = passage.isKind(passage.index(), Part.Kind.NUMBER) || passage.looksAt("-");
    if (ranged) {
      var key = new PlanNode.Scalar("range", passage.here());
      into.put(passage, key, Forms.RANGE.read(passage));
    }
  }

  @Override
  public Stream<String> words() {
    return TYPES.stream();
  }

  @Override
  public Set<String> claims(PlanNode.Mapping from) {
    return Set.of("type", "range");
  }

  @Override
  public List<Sentence> write(PlanNode.Mapping from, Page page) {
    var type = from.get("type").flatMap(Forms::text);
    if (type.isPresent() && !TYPES.contains(type.get())) {
      from.get("type").ifPresent(value -> page.refuse("type", value));
    }
    var range = from.get("range");
    var ends =
        range
            .flatMap(value -> Forms.RANGE.write(value, page))
            .map(sentence -> sentence.chunks().get(0));
    boolean empty =
        range
            .filter(value -> value instanceof PlanNode.Sequence list && list.items().isEmpty())
            .isPresent();
    if (range.isPresent() && ends.isEmpty() && !empty) {
      page.refuse("range", range.get());
    }
    String text = (type.orElse(ends.isPresent() ? "range" : "") + " " + ends.orElse("")).strip();
    return text.isEmpty() ? List.of() : List.of(Sentence.of(text));
  }
}
