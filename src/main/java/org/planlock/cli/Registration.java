package org.planlock.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.planlock.PlanFile;
import org.planlock.Planlock;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.diagnostic.Severity;
import org.planlock.lock.Demands;
import org.planlock.lock.PlanLock;
import org.planlock.lock.StudyFolders;
import org.planlock.plan.BoundPlan;
import org.planlock.source.Span;

/** What is executed: a plan out of an intact lock, or an unlocked one that was asked for. */
record Registration(BoundPlan plan, Optional<PlanLock> lock) {
  static Checked<Registration> read(
      Surroundings surroundings, String typed, boolean isExploratory, StudyFolders folders) {
    if (AnyPlan.isLock(typed)) {
      return locked(surroundings, typed, folders);
    }
    if (isExploratory) {
      return Planlock.read(surroundings.file(typed), typed)
          .then(file -> Checked.of(file, Planlock.check(file.bound())))
          .map(file -> new Registration(file.bound(), Optional.empty()));
    }
    return Checked.failed(
        Diagnostic.at(Span.none(typed), Rule.NOT_LOCKED, "`" + typed + "` is not locked")
            .note("what was not promised beforehand cannot be confirmed afterwards")
            .help("`plan lock " + typed + "` locks it")
            .help("`--exploratory` executes it as it is; every number is then called exploratory"));
  }

  private static Checked<Registration> locked(
      Surroundings surroundings, String typed, StudyFolders folders) {
    var read = Planlock.readLock(surroundings.file(typed), typed);
    var found =
        read.value()
            .map(known -> Meanwhile.begin(() -> PlanBeside.find(surroundings, typed, known)));
    var stopped = Planlock.verify(read, Optional.empty(), folders, Demands.NONE).obstacles();
    if (!stopped.isEmpty() || read.value().isEmpty()) {
      return Checked.failed(stopped.isEmpty() ? read.diagnostics() : stopped);
    }
    var lock = read.value().get();
    var beside = found.flatMap(Meanwhile::result).filter(Checked::isSound).flatMap(Checked::value);
    return Planlock.plan(lock, beside, Path.of(typed).getFileName().toString())
        .map(plan -> new Registration(plan, Optional.of(lock)))
        .after(changed(lock, beside, typed));
  }

  private static List<Diagnostic> changed(PlanLock lock, Optional<PlanFile> beside, String typed) {
    boolean isOther =
        beside
            .flatMap(file -> file.digest().value())
            .filter(digest -> !digest.equals(lock.planDigest()))
            .isPresent();
    return isOther
        ? List.of(
            Diagnostic.at(
                    Span.none(beside.orElseThrow().source().name()),
                    Rule.PLAN_CHANGED,
                    "the plan beside the lock is not the one that was locked")
                .weighing(Severity.WARNING)
                .note("the locked plan is executed")
                .help("`plan verify " + typed + "` shows what changed"))
        : List.of();
  }
}
