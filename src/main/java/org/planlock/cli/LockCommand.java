package org.planlock.cli;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.planlock.Planlock;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Salt;
import org.planlock.lock.commitment.LockedFields;
import org.planlock.source.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the lock of a plan beside it. */
@Command(
    addMethodSubcommands = false,
    name = "lock",
    description = {
      "Lock a plan: write its canonical form, and the digests of all files that it fixes, to"
          + " <plan id>.lock beside it; record it in the study's ledger (.planlock).",
      "Without --tsa the time in the lock is this computer's own, and nobody else attests it."
    },
    footer = {
      "",
      "Exit codes: 0 locked, 5 locked, but an authority did not stamp it; 6 somebody else writes"
          + " the ledger;",
      "7 this plan is locked already."
    },
    sortOptions = false)
final class LockCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "PLAN", description = "a plan without errors")
  private String plan = "";

  @Mixin private StudyFiles files = new StudyFiles();

  @Mixin private Vouching vouching = new Vouching();

  @Option(
      names = "--private",
      description = {
        "commit now, reveal later: the lock stays with you, and <plan id>.commitment, from which"
            + " nobody learns the plan, may be published"
      })
  private boolean isPrivate;

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  LockCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    var file = surroundings.file(plan);
    var made =
        Planlock.read(file, plan)
            .then(
                read ->
                    Planlock.lock(read, files.folders(surroundings, file), surroundings.clock()));
    var signed =
        made.then(this::notYetLocked)
            .then(this::concealed)
            .then(lock -> vouching.signed(surroundings, lock));
    if (!signed.isSound()) {
      return screen.stop(signed.diagnostics());
    }
    screen.warn(signed.diagnostics());
    var stamped = vouching.stamped(surroundings, signed.orThrow());
    var written = recording().first(stamped.lock());
    if (!written.isSound()) {
      return screen.stop(written.diagnostics());
    }
    written.orThrow().print(screen);
    screen.complain(stamped.failures());
    return stamped.failures().isEmpty() ? ExitCode.HOLDS : ExitCode.of(stamped.failures());
  }

  private Checked<PlanLock> concealed(PlanLock lock) {
    return isPrivate
        ? LockedFields.conceal(lock.statement(), Salt.fresh()).map(PlanLock::new)
        : Checked.of(lock);
  }

  private LockRecording recording() {
    return new LockRecording(surroundings, plan);
  }

  private Checked<PlanLock> notYetLocked(PlanLock lock) {
    var name = recording().name(lock);
    return Files.exists(surroundings.file(name)) ? Checked.failed(exists(name)) : Checked.of(lock);
  }

  private static Diagnostic exists(String name) {
    return Diagnostic.at(
            Span.none(name), Rule.LOCK_EXISTS, "this plan is locked already, in `" + name + "`")
        .note("a lock is never overwritten: it is the proof of what was promised")
        .help("`plan verify " + name + "` shows whether the plan has changed since")
        .help("`plan amend` locks a later version, with a reason")
        .help("another plan needs another id");
  }
}
