package org.planlock.data;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.planlock.diagnostic.Rule;

/** How badly data break their contract. */
public enum Breach {
  /**
   * Unreadable, of the wrong type, without a column or with a key twice: no analysis is possible.
   */
  BROKEN,
  /** Readable but outside a range, a level or a unit: may be accepted, column by column. */
  OUTSIDE;

  private static final Set<Rule> ACCEPTABLE =
      EnumSet.of(
          Rule.VALUE_OUT_OF_RANGE,
          Rule.UNKNOWN_LEVEL,
          Rule.LOOKS_LIKE_MISSING,
          Rule.EMPTY_LEVEL,
          Rule.DICTIONARY_UNIT,
          Rule.DICTIONARY_LEVELS);

  /** How bad a finding about data is; empty for warnings, notes and findings about other things. */
  public static Optional<Breach> of(Rule rule) {
    if (ACCEPTABLE.contains(rule)) {
      return Optional.of(OUTSIDE);
    }
    boolean aboutTables = rule.code().startsWith("D4") && rule.code().compareTo("D460") < 0;
    return aboutTables && rule.severity() == org.planlock.diagnostic.Severity.ERROR
        ? Optional.of(BROKEN)
        : Optional.empty();
  }
}
