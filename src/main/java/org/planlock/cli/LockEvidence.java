package org.planlock.cli;

import org.planlock.Planlock;
import org.planlock.diagnostic.Checked;
import org.planlock.lock.AtomicFile;
import org.planlock.lock.LockFile;
import org.planlock.lock.PlanLock;

/** Adds evidence to a lock that is there: what is locked stays as it is. */
record LockEvidence(Surroundings surroundings, String name) {
  Checked<PlanLock> read() {
    return Planlock.readLock(surroundings.file(name), name);
  }

  /** The lock with more evidence, in the place of the one without. */
  Checked<PlanLock> write(PlanLock lock) {
    return AtomicFile.onDisk()
        .replace(surroundings.file(name), LockFile.bytes(lock))
        .map(path -> lock);
  }
}
