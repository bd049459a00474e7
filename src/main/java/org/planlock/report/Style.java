package org.planlock.report;

import org.planlock.diagnostic.Severity;

/** Whether text carries colours, and which. */
public enum Style {
  /** Letters only. */
  PLAIN,
  /** With the escape sequences of a terminal. */
  COLOUR;

  /** The text in the colour of a severity. */
  String of(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> painted("1;31", text);
      case WARNING -> painted("1;33", text);
      case NOTE -> painted("1;36", text);
    };
  }

  /** The text as a frame around quoted lines. */
  String frame(String text) {
    return painted("1;34", text);
  }

  /** The text in bold. */
  String strong(String text) {
    return painted("1", text);
  }

  private String painted(String code, String text) {
    return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
