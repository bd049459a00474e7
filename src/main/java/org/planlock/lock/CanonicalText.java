package org.planlock.lock;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** What a text of a plan becomes before it is hashed, and what no text may hold. */
final class CanonicalText {
  private CanonicalText() {}

  /** The text in NFC, its white space one space each, none around it. */
  static String of(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
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
