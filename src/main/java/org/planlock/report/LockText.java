package org.planlock.report;

import org.planlock.lock.PlanLock;

/** What was locked, in two lines. */
public final class LockText {
  private static final String START = "locked   ";

  private LockText() {}

  /**
   * The lines.
   *
   * @param name of the lock file
   */
  public static String of(PlanLock lock, String name) {
    var statement = lock.statement();
    return START
        + Visible.text(statement.planId())
        + "   "
        + lock.planDigest().brief()
        + "   "
        + counted(statement.files().size(), "fixed input")
        + ", "
        + tables(lock)
        + "   "
        + lock.claimedTime()
        + " (self-asserted)\n"
        + " ".repeat(START.length())
        + Visible.text(name)
        + "\n";
  }

  private static String tables(PlanLock lock) {
    var tables = lock.statement().tables();
    long sealed = tables.stream().filter(table -> table.fingerprint().isPresent()).count();
    long open = tables.size() - sealed;
    var text = open == 0 && sealed > 0 ? "" : counted(open, "table") + " not yet sealed";
    var hashed = sealed == 0 ? "" : counted(sealed, "table") + " sealed";
    return hashed.isEmpty() || text.isEmpty() ? hashed + text : hashed + ", " + text;
  }

  private static String counted(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
