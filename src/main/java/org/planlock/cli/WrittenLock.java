package org.planlock.cli;

import java.util.Optional;
import org.planlock.lock.PlanLock;
import org.planlock.report.LockJson;
import org.planlock.report.LockText;

/**
 * A lock that is on disk.
 *
 * @param name of its file, as the user would type it
 * @param commitment the name of what may be published of it, if it is private
 * @param isRestored whether it was locked before and only its file was missing
 */
record WrittenLock(PlanLock lock, String name, Optional<String> commitment, boolean isRestored) {
  void print(Screen screen) {
    if (isRestored) {
      screen.remark("plan: locked before; the missing file was restored from the study's ledger");
    }
    if (screen.isJson()) {
      screen.print(LockJson.of(lock, name));
    } else {
      screen.print(LockText.of(lock, name));
      commitment.ifPresent(
          file -> screen.print("         " + file + "   may be published; the lock may not\n"));
    }
  }
}
