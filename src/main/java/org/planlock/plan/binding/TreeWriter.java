package org.planlock.plan.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.plan.expression.Expression;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Phrase;
import org.planlock.plan.value.ShortForm;
import org.planlock.plan.value.TreeValue;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/**
 * Writes a value back as the tree that it would be bound from: the canonical one, with defaults
 * filled in and what is open left out.
 */
public final class TreeWriter {
  private static final Span NOWHERE = Span.none("canonical plan");

  private final KnownRecords known;

  private TreeWriter(KnownRecords known) {
    this.known = known;
  }

  /** The canonical tree of a record. */
  public static PlanNode.Mapping write(Record value) {
    return write(value, new KnownRecords());
  }

  /** The same, with the nodes of records that were written before. */
  public static PlanNode.Mapping write(Record value, KnownRecords known) {
    return new TreeWriter(known).mapping(value);
  }

  private PlanNode.Mapping mapping(Record value) {
    var entries = new ArrayList<PlanNode.Entry>();
    for (var component : Components.of(value.getClass())) {
      var node = node(component.read(value));
      if (node.isPresent() && !isLeftOut(value.getClass(), component, node.get())) {
        var key = new PlanNode.Scalar(component.key(), NOWHERE);
        entries.add(new PlanNode.Entry(key, node.get()));
      }
    }
    return new PlanNode.Mapping(entries, NOWHERE);
  }

  /** An empty list is left out, unless its key alone says what stands there. */
  private static boolean isLeftOut(Class<?> type, Component component, PlanNode node) {
    return component.raw() == List.class
        && !RecordBinder.isDecidingKey(type, component)
        && node instanceof PlanNode.Sequence list
        && list.items().isEmpty();
  }

  private Optional<PlanNode> node(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.flatMap(this::node);
    }
    if (value instanceof Declared<?> declared) {
      return declared(declared);
    }
    if (value instanceof List<?> list) {
      return Optional.of(
          new PlanNode.Sequence(
              list.stream().flatMap(item -> node(item).stream()).toList(), NOWHERE));
    }
    if (value instanceof TreeValue tree) {
      return Optional.of(tree.node());
    }
    return text(value)
        .<PlanNode>map(TreeWriter::scalar)
        .or(() -> Optional.of(record((Record) value)));
  }

  private Optional<PlanNode> declared(Declared<?> declared) {
    if (declared instanceof Declared.NotApplicable<?> none) {
      var key = new PlanNode.Scalar("not_applicable", NOWHERE);
      return Optional.of(
          new PlanNode.Mapping(List.of(new PlanNode.Entry(key, scalar(none.because()))), NOWHERE));
    }
    return declared.stated().flatMap(this::node);
  }

  private static Optional<String> text(Object value) {
    if (value instanceof Phrase phrase) {
      return Optional.of(phrase.text());
    }
    if (value instanceof ShortForm shortForm) {
      return shortForm.shortForm();
    }
    if (value instanceof Expression expression) {
      return Optional.of(expression.text());
    }
    if (value instanceof Enum<?> word) {
      return Optional.of(Keys.word(word));
    }
    return value instanceof Record ? Optional.empty() : Optional.of(value.toString());
  }

  private PlanNode record(Record value) {
    var before = known.written(value);
    if (before.isPresent()) {
      return before.get();
    }
    var node = anew(value);
    known.keepWritten(value, node);
    return node;
  }

  private PlanNode anew(Record value) {
    if (RecordBinder.isListed(value.getClass())) {
      return node(Components.of(value.getClass()).get(0).read(value)).orElseThrow();
    }
    return mapping(value);
  }

  private static PlanNode.Scalar scalar(String text) {
    return new PlanNode.Scalar(text, NOWHERE);
  }
}
