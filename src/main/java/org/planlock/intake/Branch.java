package org.planlock.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/** A mapping in the making; every part keeps the place that it was taken from. */
public final class Branch {
  private final Span span;
  private final List<PlanNode.Entry> entries = new ArrayList<>();

  private Branch(Span span) {
    this.span = span;
  }

  /** An empty mapping that stands for what is written at a place. */
  public static Branch at(Span span) {
    return new Branch(span);
  }

  /** The same with a text under a key. */
  public Branch put(String key, String text) {
    return put(key, new PlanNode.Scalar(text, span));
  }

  /** The same with a text under a key, if there is one. */
  public Branch put(String key, Optional<String> text) {
    text.ifPresent(said -> put(key, said));
    return this;
  }

  /** The same with texts in order under a key; nothing where there are none. */
  public Branch put(String key, List<String> texts) {
    return texts.isEmpty() ? this : put(key, texts(texts, span));
  }

  /** The same with a value under a key. */
  public Branch put(String key, PlanNode value) {
    entries.add(new PlanNode.Entry(new PlanNode.Scalar(key, value.span()), value));
    return this;
  }

  /** The same with things in order under a key; nothing where there are none. */
  public Branch putAll(String key, List<? extends PlanNode> items) {
    return items.isEmpty() ? this : put(key, new PlanNode.Sequence(List.copyOf(items), span));
  }

  /** The same with a part under a key, unless the part is empty. */
  public Branch put(String key, Branch part) {
    return part.entries.isEmpty() ? this : put(key, part.node());
  }

  /** The mapping as it is now. */
  public PlanNode.Mapping node() {
    return new PlanNode.Mapping(entries, span);
  }

  /** Texts as a list. */
  public static PlanNode.Sequence texts(List<String> texts, Span span) {
    return new PlanNode.Sequence(
        texts.stream().<PlanNode>map(text -> new PlanNode.Scalar(text, span)).toList(), span);
  }
}
