package org.planlock.cli;

import org.planlock.lock.PlanLock;
import org.planlock.report.LockJson;
import org.planlock.report.LockText;

/**
 * A lock that is on disk.
 *
 * @param name of its file, as the user would type it
 * @param isRestored whether it was locked before and only its file was missing
 */
record WrittenLock(PlanLock lock, String name, boolean isRestored) {
  void print(Screen screen) {
    if (isRestored) {
      screen.remark("plan: locked before; the missing file was restored from the study's ledger");
    }
    if (screen.isJson()) {
      screen.print(LockJson.of(lock, name));
    } else {
      screen.print(LockText.of(lock, name));
    }
  }
}
