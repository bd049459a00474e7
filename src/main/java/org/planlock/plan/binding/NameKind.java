package org.planlock.plan.binding;

import java.util.List;
import java.util.Locale;

/** What names in a plan can name. */
public enum NameKind {
  TABLE,
  COLUMN,
  SESSION,
  ATLAS,
  REGION,
  MEASURE,
  VARIABLE,
  SET,
  PREPARATION,
  MODEL,
  HYPOTHESIS,
  PERSON;

  private static final List<NameKind> VALUES = List.of(COLUMN, MEASURE, VARIABLE);
  private static final List<NameKind> TERMS = List.of(COLUMN, MEASURE, VARIABLE, SET);

  /** The word that people use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kinds that must not share a name with this one, because both can stand in one place. */
  public List<NameKind> rivals() {
    return TERMS.contains(this) ? TERMS : List.of(this);
  }

  /** The kinds behind a word of the catalogue; {@code term} is whatever has a value. */
  static List<NameKind> of(String word) {
    return word.equals("term") ? VALUES : List.of(valueOf(word.toUpperCase(Locale.ROOT)));
  }
}
