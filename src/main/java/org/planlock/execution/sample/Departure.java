package org.planlock.execution.sample;

import java.util.Locale;

/**
 * A participant who leaves the sample, with the first reason that applies.
 *
 * @param rule the path of the rule, or what it does where it has no reason to be called by
 */
public record Departure(String participant, String rule, String because, Origin origin) {
  /** Who decided it. */
  public enum Origin {
    /** The registered plan. */
    PLAN,
    /** The command line. */
    OVERRIDE;

    /** The word in traces. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
