package org.planlock.syntax.dsl;

import java.util.Optional;
import java.util.Set;
import org.planlock.syntax.PlanNode;

/**
 * A value with parts of its own, which become a mapping.
 *
 * @param plain whether its first value alone, without any clause, stays a plain value
 */
record ShapeForm(Shape shape, Plain plain) implements Form {
  /** When a value that stands alone is no mapping. */
  enum Plain {
    NEVER,
    IF_NONE,
    ALWAYS
  }

  static ShapeForm of(Shape shape) {
    return new ShapeForm(shape, Plain.NEVER);
  }

  @Override
  public PlanNode read(Passage passage) {
    int start = passage.index();
    var entries = new Entries();
    shape.read(passage, entries);
    var all = entries.all();
    boolean alone =
        all.size() == 1
            && !shape.head().isEmpty()
            && all.get(0).key().text().equals(shape.head().get(0).key());
    if (alone && staysPlain(all.get(0).value())) {
      return all.get(0).value();
    }
    return entries.mapping(passage.since(start));
  }

  private boolean staysPlain(PlanNode value) {
    boolean none = value instanceof PlanNode.Scalar scalar && scalar.text().equals("none");
    return plain == Plain.ALWAYS || (plain == Plain.IF_NONE && none);
  }

  @Override
  public Optional<Sentence> write(PlanNode value, Page page) {
    if (value instanceof PlanNode.Mapping mapping) {
      return Optional.of(shape.write(mapping, Set.of(), page));
    }
    return staysPlain(value) ? shape.head().get(0).form().write(value, page) : Optional.empty();
  }

  @Override
  public boolean mayBeEmpty() {
    return shape.body() != null || shape.head().isEmpty() || !shape.head().get(0).needed();
  }
}
