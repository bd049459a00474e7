package org.planlock.syntax.groovy;

import org.planlock.source.Span;

/**
 * A piece of a text that Groovy would not divide.
 *
 * @param text as it is written; of a text in quotes, what it says
 */
record Token(Kind kind, String text, Span span) {
  /** What it is. */
  enum Kind {
    NAME,
    NUMBER,
    TEXT,
    SIGN,
    COMMENT,
    LINE,
    END
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean endsStatement() {
    return kind == Kind.LINE || kind == Kind.END || is(";");
  }
}
