package org.planlock.cli;

import java.util.concurrent.Callable;
import org.planlock.Planlock;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.AtomicFile;
import org.planlock.lock.PlanLock;
import org.planlock.lock.seal.BlindedCopy;
import org.planlock.lock.seal.BlindedFile;
import org.planlock.report.Visible;
import org.planlock.source.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The custodian's help with rehearsals: the sealed table with its labels dealt anew. */
@Command(
    name = "blind",
    description = {
      "Write a copy of a sealed table in which the sealed labels were dealt to other participants,"
          + " so that the plan can be tried before the release. Done by the custodian: the order"
          + " comes from the key and the lock, so nobody without the key can undo it.",
      "`plan execute LOCK --blind` reads it; whatever comes out is marked BLIND."
    },
    sortOptions = false)
final class BlindCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "LOCK", description = "the lock that it is made for")
  private String lock = "";

  @Mixin private Custody custody = new Custody();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "the copy, to be handed over; its name ends in .blind")
  private String out = "";

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  BlindCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    var written =
        named().then(yes -> Planlock.readLock(surroundings.file(lock), lock)).then(this::copied);
    if (!written.isSound()) {
      return screen.stop(written.diagnostics());
    }
    screen.warn(written.diagnostics());
    screen.print(
        "blinded    "
            + Visible.text(written.orThrow().file())
            + "   the labels were dealt anew; still sealed\n"
            + "hand over  "
            + Visible.text(out)
            + "   `plan execute "
            + Visible.text(lock)
            + " --blind` reads it\n");
    return ExitCode.HOLDS;
  }

  private Checked<Boolean> named() {
    return out.endsWith(HeldTables.BLINDED)
        ? Checked.of(true)
        : Checked.failed(
            Diagnostic.at(
                    Span.none(out), Rule.REASON_WANTED, "the name of a blinded copy ends in .blind")
                .help("`--out " + out + HeldTables.BLINDED + "`"));
  }

  private Checked<BlindedFile> copied(PlanLock known) {
    return custody
        .open(surroundings)
        .then(
            open -> {
              try (open) {
                return BlindedCopy.byCustodian(open.opened(), open.key(), known.sha256())
                    .map(copy -> BlindedFile.of(copy, open.sealed(), known.sha256()));
              }
            })
        .then(
            file ->
                AtomicFile.onDisk().create(surroundings.file(out), file.bytes()).map(path -> file));
  }
}
