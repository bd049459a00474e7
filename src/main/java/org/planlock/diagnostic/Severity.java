package org.planlock.diagnostic;

/** How much a finding weighs: an error stops, a warning does not, a note informs. */
public enum Severity {
  ERROR,
  WARNING,
  NOTE;

  /** The word that people read. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
