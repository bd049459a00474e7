package org.planlock.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.PlanFile;
import org.planlock.Planlock;
import org.planlock.diagnostic.Checked;
import org.planlock.lock.PlanLock;

/** Finds the plan that a lock was made from. */
final class PlanBeside {
  private PlanBeside() {}

  /** The plan under the name in the lock, or named after its id; as typed beside the lock. */
  static Optional<Checked<PlanFile>> find(
      Surroundings surroundings, String lockName, PlanLock lock) {
    var statement = lock.statement();
    var id = statement.planId();
    return Stream.of(
            statement.provenance().source().name(),
            id + ".plan",
            id + ".plan.yaml",
            id + ".yaml",
            id + ".plan.groovy")
        .filter(PlanBeside::isPlainName)
        .map(name -> Path.of(lockName).resolveSibling(name).toString())
        .filter(name -> Files.exists(surroundings.file(name)))
        .findFirst()
        .map(name -> Planlock.read(surroundings.file(name), name));
  }

  /** A lock from a stranger must not make this program open a file elsewhere. */
  private static boolean isPlainName(String name) {
    return !name.isEmpty()
        && name.codePoints().noneMatch(c -> c == '/' || c == '\\' || c == ':' || c < ' ');
  }
}
