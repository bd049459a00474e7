package org.planlock.deviation;

/** What an analysis may be called; computed, never self-declared. */
public enum Label {
  CONFIRMATORY,
  EXPLORATORY;

  /** The word that people read. */
  public String word() {
    return Phrasing.of(this);
  }
}
