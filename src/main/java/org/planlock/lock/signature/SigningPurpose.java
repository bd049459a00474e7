package org.planlock.lock.signature;

import java.util.Locale;
import java.util.Optional;

/** What a key may be used for. */
public enum SigningPurpose {
  /** To stand behind a locked plan. */
  LOCK,
  /** To release a sealed allocation, which is the custodian's part. */
  RELEASE;

  /** The word for it in a list of signers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<SigningPurpose> ofWord(String word) {
    for (var purpose : values()) {
      if (purpose.word().equals(word)) {
        return Optional.of(purpose);
      }
    }
    return Optional.empty();
  }
}
