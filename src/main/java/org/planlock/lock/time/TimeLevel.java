package org.planlock.lock.time;

/** How well a moment is proven to a verifier; each level is stronger than the one before. */
public enum TimeLevel {
  /** Nothing attests it. */
  T0("not attested"),
  /** An intact stamp by a clock that the verifier has no reason to believe. */
  T1("self-asserted"),
  /** A stamp by an authority that the verifier's own anchors vouch for. */
  T2("attested by an authority that you trust"),
  /** Two such stamps that have neither key nor root in common. */
  T3("attested by two independent authorities that you trust");

  private final String words;

  TimeLevel(String words) {
    this.words = words;
  }

  /** What it means, in words. */
  public String words() {
    return words;
  }

  /** Whether it is at least as strong as another. */
  public boolean reaches(TimeLevel other) {
    return compareTo(other) >= 0;
  }
}
