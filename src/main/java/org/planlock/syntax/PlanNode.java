package org.planlock.syntax;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.planlock.source.Span;

/**
 * What a plan file says, before anybody asks what it means; the same tree from every notation.
 *
 * <p>All values are text: {@code 0.05}, {@code true} and {@code 21 enrolled} are scalars that the
 * binder reads.
 */
public sealed interface PlanNode {
  /** Where it stands. */
  Span span();

  /** Whether two trees say the same, wherever they stand and however their phrases are spaced. */
  boolean sameAs(PlanNode other);

  /** A word, number, phrase or sentence. */
  record Scalar(String text, Span span) implements PlanNode {
    @Override
    public boolean sameAs(PlanNode other) {
      return other instanceof Scalar scalar && spaced(text).equals(spaced(scalar.text));
    }

    /**
     * The place of a part of the text, as exactly as the notation allows; offsets count code
     * points.
     */
    public Span spanOf(int from, int to) {
      int length = text.codePointCount(0, text.length());
      int extra = span.end() - span.start() - length;
      if (extra != 0 && extra != 2) {
        return span;
      }
      int start = span.start() + extra / 2;
      return new Span(span.file(), start + from, start + Math.min(to, length));
    }

    private static String spaced(String text) {
      return text.strip().replaceAll("\\s+", " ");
    }
  }

  /** Several values in order. */
  record Sequence(List<PlanNode> items, Span span) implements PlanNode {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public boolean sameAs(PlanNode other) {
      return other instanceof Sequence sequence
          && items.size() == sequence.items.size()
          && IntStream.range(0, items.size())
              .allMatch(i -> items.get(i).sameAs(sequence.items.get(i)));
    }
  }

  /**
   * Values under keys; keys are the language's own words and stand once each. Their order means
   * nothing.
   */
  record Mapping(List<Entry> entries, Span span) implements PlanNode {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The value under a key. */
    public Optional<PlanNode> get(String key) {
      // asked thousands of times while a plan is read, when a stream costs most
      for (var entry : entries) {
        if (entry.key().text().equals(key)) {
          return Optional.of(entry.value());
        }
      }
      return Optional.empty();
    }

    @Override
    public boolean sameAs(PlanNode other) {
      return other instanceof Mapping mapping
          && entries.size() == mapping.entries.size()
          && entries.stream()
              .allMatch(e -> mapping.get(e.key().text()).filter(e.value()::sameAs).isPresent());
    }
  }

  /** One key with its value. */
  record Entry(Scalar key, PlanNode value) {}
}
