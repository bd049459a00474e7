package org.planlock;

import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.lock.PlanDigest;
import org.planlock.lock.PlanLock;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.PlanBinder;
import org.planlock.source.SourceFile;
import org.planlock.syntax.notation.PlanNotation;

/** The plan of a lock with lines that messages can quote. */
final class ReadableLock {
  private ReadableLock() {}

  /**
   * The locked plan, with the places of its source if that still says the same, else with those of
   * its canonical form.
   */
  static Checked<BoundPlan> of(PlanLock lock, Optional<PlanFile> beside, String name) {
    var unchanged = beside.filter(plan -> isLocked(plan.digest(), lock));
    return unchanged.map(PlanFile::bound).map(Checked::of).orElseGet(() -> canonical(lock, name));
  }

  private static Checked<BoundPlan> canonical(PlanLock lock, String name) {
    var tree = lock.statement().plan();
    var written =
        PlanNotation.YAML
            .writer()
            .write(tree)
            .then(
                text ->
                    PlanNotation.YAML
                        .reader()
                        .read(SourceFile.of(name + " (canonical form)", text))
                        .then(PlanBinder::bind));
    return written.isSound() && isLocked(PlanDigest.of(written.orThrow().canonical()), lock)
        ? written
        : PlanBinder.bind(tree);
  }

  private static boolean isLocked(Checked<PlanDigest> plan, PlanLock lock) {
    return plan.value().filter(lock.planDigest()::equals).isPresent();
  }
}
