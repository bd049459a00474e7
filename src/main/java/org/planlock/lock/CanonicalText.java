package org.planlock.lock;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** What a text of a plan becomes before it is hashed, and what no text may hold. */
final class CanonicalText {
  private CanonicalText() {}

  /** The text in NFC, its white space one space each, none around it. */
  static String of(String text) {
    return isPlain(text)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
  }

  /** Whether a text is its own canonical form for want of anything but visible ASCII. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  /** The first character that makes the text unfit, in words; none if the text is fit. */
  static Optional<String> unfit(String text) {
    return text.codePoints().filter(c -> !isFit(c)).mapToObj(CanonicalText::named).findFirst();
  }

  private static boolean isFit(int c) {
    if (c == '\n' || c == '\r' || c == '\t') {
      return true;
    }
    return switch (Character.getType(c)) {
      // NFC of an unassigned code point may change with the next Unicode version, and the digest
      // with it
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
      default -> true;
    };
  }

  private static String named(int c) {
    return String.format(Locale.ROOT, "U+%04X", c);
  }
}
