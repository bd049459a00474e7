package org.planlock.syntax.dsl;

import java.util.Optional;
import java.util.Set;
import org.planlock.syntax.PlanNode;

/** {@code from plan}, or a number {@code because "…"}; without a reason it stays a plain value. */
record Seeds() implements Form {
  private static final String FROM_PLAN = "from plan";
  private static final Shape SHAPE =
      Shape.of(Slot.of("value", Forms.PHRASE)).with(Clause.of("because", Forms.QUOTED));

  @Override
  public PlanNode read(Passage passage) {
    int start = passage.index();
    var entries = new Entries();
    SHAPE.read(passage, entries);
    var all = entries.all();
    if (all.size() == 1 && all.get(0).key().text().equals("value")) {
      return all.get(0).value();
    }
    var seed = entries.mapping(passage.since(start));
    var number = seed.get("value").flatMap(Forms::text);
    return number.filter(FROM_PLAN::equals).isPresent()
        ? new PlanNode.Mapping(
            seed.entries().stream().filter(e -> !e.key().text().equals("value")).toList(),
            seed.span())
        : seed;
  }

  @Override
  public Optional<Sentence> write(PlanNode value, Page page) {
    if (value instanceof PlanNode.Mapping seed) {
      var written = SHAPE.write(seed, Set.of(), page);
      return Optional.of(seed.get("value").isPresent() ? written : written.after(FROM_PLAN));
    }
    return Forms.PHRASE.write(value, page);
  }
}
