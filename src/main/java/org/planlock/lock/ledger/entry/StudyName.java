package org.planlock.lock.ledger.entry;

import java.util.regex.Pattern;

/**
 * The name by which a study's ledger is known everywhere; checkpoints start with it.
 *
 * <p>C2SP recommends an address without scheme, such as {@code lab.example/ketamine-ptsd}, so that
 * no two studies share one. Blanks and {@code +} would break the signature lines of a checkpoint
 * (C2SP signed-note, "Format").
 */
public final class StudyName {
  private static final Pattern FIT =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._:/@~-]{0,199}");

  private StudyName() {}

  /** Whether a text can be the name of a study. */
  public static boolean isFit(String text) {
    return FIT.matcher(text).matches();
  }
}
