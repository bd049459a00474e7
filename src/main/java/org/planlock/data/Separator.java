package org.planlock.data;

import java.util.Locale;
import java.util.Optional;

/** What stands between two cells of a row. */
public enum Separator {
  TAB('\t'),
  COMMA(','),
  SEMICOLON(';');

  private final char character;

  Separator(char character) {
    this.character = character;
  }

  /** The character itself. */
  public char character() {
    return character;
  }

  /** The word that a plan uses for it, such as {@code tab}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a file's name promises: tab for {@code .tsv}, comma for {@code .csv}. */
  public static Optional<Separator> ofFileName(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".tsv")) {
      return Optional.of(TAB);
    }
    return lower.endsWith(".csv") ? Optional.of(COMMA) : Optional.empty();
  }

  /** The separator that a plan's word names. */
  public static Optional<Separator> ofWord(String word) {
    for (var separator : values()) {
      if (separator.word().equals(word)) {
        return Optional.of(separator);
      }
    }
    return Optional.empty();
  }
}
