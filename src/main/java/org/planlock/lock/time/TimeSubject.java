package org.planlock.lock.time;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a time stamp is over. */
public enum TimeSubject {
  /** The exact bytes of the statement in a lock. */
  STATEMENT("statement.bin"),
  /** The exact bytes of a checkpoint of a ledger. */
  CHECKPOINT("checkpoint.txt");

  private final String fileName;

  TimeSubject(String fileName) {
    this.fileName = fileName;
  }

  /** The word in a lock file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the bytes are called when they are given to a stranger. */
  String fileName() {
    return fileName;
  }

  /** The subject of this word. */
  static Optional<TimeSubject> parse(String word) {
    return Arrays.stream(values()).filter(subject -> subject.word().equals(word)).findFirst();
  }
}
