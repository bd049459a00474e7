package org.planlock.syntax.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.planlock.syntax.PlanNode;

/** A condition; several with {@code and} between them become the list under {@code all}. */
record Conditions() implements Form {
  @Override
  public PlanNode read(Passage passage) {
    int start = passage.index();
    var whole = passage.phrase();
    int end = passage.index();
    var joints = IntStream.range(start, end).filter(i -> passage.isAt(i, "and")).boxed().toList();
    boolean either = IntStream.range(start, end).anyMatch(i -> passage.isAt(i, "or"));
    if (joints.isEmpty()
        || either
        || joints.get(0) == start
        || joints.get(joints.size() - 1) == end - 1) {
      return whole;
    }
    var items = new ArrayList<PlanNode>();
    int from = start;
    for (int joint : joints) {
      items.add(passage.scalar(from, joint));
      from = joint + 1;
    }
    items.add(passage.scalar(from, end));
    var all =
        new PlanNode.Entry(
            new PlanNode.Scalar("all", whole.span()), new PlanNode.Sequence(items, whole.span()));
    return new PlanNode.Mapping(List.of(all), whole.span());
  }

  @Override
  public Optional<Sentence> write(PlanNode value, Page page) {
    if (value instanceof PlanNode.Mapping mapping
        && mapping.entries().size() == 1
        && mapping.get("all").orElse(value) instanceof PlanNode.Sequence all
        && all.items().stream().allMatch(PlanNode.Scalar.class::isInstance)
        && all.items().size() > 1) {
      var conditions =
          all.items().stream()
              .map(item -> one(Forms.text(item).orElse(""), page))
              .collect(Collectors.toCollection(ArrayList::new));
      for (int i = 1; i < conditions.size(); i++) {
        conditions.set(i, "and " + conditions.get(i));
      }
      return Optional.of(Sentence.of(conditions));
    }
    return Alike.expression(value)
        .map(text -> page.survives(text, Conditions::whole) ? text : Quotes.around(text))
        .map(Sentence::of);
  }

  /** One of several, in brackets if it is itself made of several. */
  private static String one(String text, Page page) {
    if (page.survives(text, Conditions::alone)) {
      return text;
    }
    var enclosed = "(" + text + ")";
    return page.survives(enclosed, Conditions::alone) ? enclosed : Quotes.around(text);
  }

  private static PlanNode.Scalar alone(Passage passage) {
    int start = passage.index();
    var text = passage.phrase();
    boolean several =
        IntStream.range(start, passage.index())
            .anyMatch(i -> passage.isAt(i, "and") || passage.isAt(i, "or"));
    return several ? new PlanNode.Scalar("", text.span()) : text;
  }

  private static PlanNode.Scalar whole(Passage passage) {
    var read = new Conditions().read(passage);
    return new PlanNode.Scalar(Alike.expression(read).orElse(""), read.span());
  }
}
