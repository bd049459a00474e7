package org.planlock.syntax.groovy;

import java.util.List;
import java.util.Optional;
import org.planlock.source.Span;

/** What a plan in Groovy may say, before its words are looked up. */
sealed interface Expression {
  /** Where it stands. */
  Span span();

  /** A text in quotes, a number, {@code true} or {@code false}. */
  record Literal(String text, Span span) implements Expression {}

  /** {@code [a, b]}. */
  record Listing(List<Expression> items, Span span) implements Expression {
    public Listing {
      items = List.copyOf(items);
    }
  }

  /** {@code [key: a]}. */
  record Map(List<Argument> entries, Span span) implements Expression {
    public Map {
      entries = List.copyOf(entries);
    }
  }

  /** A value under a name. */
  record Argument(String name, Span place, Expression value) {}

  /**
   * {@code word 'a', key: 'b'} or {@code word('a', key: 'b') { … }}.
   *
   * @param place of the word
   */
  record Call(
      String word,
      Span place,
      List<Expression> values,
      List<Argument> named,
      Optional<List<Call>> block,
      Span span) {
    public Call {
      values = List.copyOf(values);
      named = List.copyOf(named);
      block = block.map(List::copyOf);
    }
  }
}
