package org.planlock.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.planlock.PlanFile;
import org.planlock.Planlock;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.AtomicFile;
import org.planlock.lock.LockFile;
import org.planlock.lock.PlanLock;
import org.planlock.report.LockJson;
import org.planlock.report.LockText;
import org.planlock.source.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes the lock of a plan beside it. */
@Command(
    name = "lock",
    description = {
      "Lock a plan: write its canonical form, and the digests of all files that it fixes, to"
          + " <plan id>.lock beside it.",
      "The time in the lock is this computer's own; nobody else attests it."
    },
    sortOptions = false)
final class LockCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "PLAN", description = "a plan without errors")
  private String plan = "";

  @Mixin private StudyFiles files = new StudyFiles();

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  LockCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    var file = surroundings.file(plan);
    var locked =
        Planlock.read(file, plan)
            .then(
                read ->
                    Planlock.lock(read, files.folders(surroundings, file), surroundings.clock())
                        .then(lock -> written(read, lock)));
    if (!locked.isSound()) {
      return screen.stop(locked.diagnostics());
    }
    screen.warn(locked.diagnostics());
    print(screen, locked.orThrow());
    return ExitCode.HOLDS;
  }

  private Checked<Written> written(PlanFile read, PlanLock lock) {
    var name = sibling(plan, read.id() + ".lock");
    var written = AtomicFile.onDisk().create(surroundings.file(name), LockFile.bytes(lock));
    return written.isSound()
        ? Checked.of(new Written(name, lock))
        : Checked.failed(
            written.diagnostics().stream().map(finding -> renamed(finding, name)).toList());
  }

  /** The name in the same folder, as the user would type it. */
  private static String sibling(String typed, String name) {
    return Path.of(typed).resolveSibling(name).toString();
  }

  private static Diagnostic renamed(Diagnostic finding, String name) {
    if (finding.rule() == Rule.FILE_EXISTS) {
      return Diagnostic.at(
              Span.none(name), Rule.LOCK_EXISTS, "this plan is locked already, in `" + name + "`")
          .note("a lock is never overwritten: it is the proof of what was promised")
          .help("`plan verify " + name + "` shows whether the plan has changed since")
          .help("another plan needs another id; a lock that nobody relies on can be deleted");
    }
    return Diagnostic.at(
            Span.none(name), finding.rule(), "the lock `" + name + "` cannot be written")
        .note("nothing was changed")
        .help("check that the folder may be written to, and that the disk is not full");
  }

  private static void print(Screen screen, Written written) {
    if (screen.isJson()) {
      screen.print(LockJson.of(written.lock(), written.name()));
    } else {
      screen.print(LockText.of(written.lock(), written.name()));
    }
  }

  private record Written(String name, PlanLock lock) {}
}
