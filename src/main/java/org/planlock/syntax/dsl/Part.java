package org.planlock.syntax.dsl;

import java.util.List;
import org.planlock.source.Span;

/** A piece of a plan text: a word, or what stands between two brackets. */
sealed interface Part {
  Span span();

  /** What a single piece is, as far as reading phrases needs to know. */
  enum Kind {
    WORD,
    NUMBER,
    STRING,
    SYMBOL
  }

  /** One word, number, text in quotes or sign; {@code text} is as written, quotes included. */
  record Leaf(Kind kind, String text, Span span) implements Part {
    boolean is(String other) {
      return kind != Kind.STRING && text.equals(other);
    }
  }

  /** What stands between round or square brackets. */
  record Group(boolean square, List<Part> parts, Span span) implements Part {}

  /** What stands between braces. */
  record Block(List<Part> parts, Span span) implements Part {}
}
