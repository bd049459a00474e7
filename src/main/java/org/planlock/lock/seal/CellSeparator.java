package org.planlock.lock.seal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What stands between two cells of a row in a table that is sealed. */
public enum CellSeparator {
  TAB('\t'),
  COMMA(','),
  SEMICOLON(';');

  private final char character;

  CellSeparator(char character) {
    this.character = character;
  }

  /** The character itself. */
  public char character() {
    return character;
  }

  /** The word for it in the header of a sealed table. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The separator of this word. */
  public static Optional<CellSeparator> ofWord(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** What the name of a file promises: tab for {@code .tsv}, comma for {@code .csv}. */
  public static Optional<CellSeparator> ofFileName(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".tsv")) {
      return Optional.of(TAB);
    }
    return lower.endsWith(".csv") ? Optional.of(COMMA) : Optional.empty();
  }
}
