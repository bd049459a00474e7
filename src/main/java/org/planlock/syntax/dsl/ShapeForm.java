package org.planlock.syntax.dsl;

import java.util.Optional;
import java.util.Set;
import org.planlock.syntax.PlanNode;

/**
 * A value with parts of its own, which become a mapping.
 *
 * @param mayBeEmpty whether it may stand without any of them
 */
record ShapeForm(Shape shape, boolean mayBeEmpty) implements Form {
  static ShapeForm of(Shape shape) {
    return new ShapeForm(
        shape, shape.body() != null || shape.head().isEmpty() || !shape.head().get(0).needed());
  }

  /** One of which something must be said. */
  static ShapeForm saying(Shape shape) {
    return new ShapeForm(shape, false);
  }

  @Override
  public PlanNode read(Passage passage) {
    int start = passage.index();
    var entries = new Entries();
    shape.read(passage, entries);
    return entries.mapping(passage.since(start));
  }

  @Override
  public Optional<Sentence> write(PlanNode value, Page page) {
    return value instanceof PlanNode.Mapping mapping
        ? Optional.of(shape.write(mapping, Set.of(), page))
        : Optional.empty();
  }
}
