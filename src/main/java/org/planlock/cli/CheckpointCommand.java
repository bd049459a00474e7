package org.planlock.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.AtomicFile;
import org.planlock.lock.ledger.Checkpoint;
import org.planlock.lock.ledger.Ledger;
import org.planlock.lock.ledger.LedgerReader;
import org.planlock.lock.signature.KeyFile;
import org.planlock.source.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what the ledger is now, for somebody else to keep. */
@Command(
    name = "checkpoint",
    description = {
      "Write and sign what the study's ledger is now, for somebody else to keep: whoever has it sees"
          + " later whether entries were cut off or changed.",
      "`plan verify LOCK --checkpoint FILE` compares."
    },
    sortOptions = false)
final class CheckpointCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "LOCK", description = "any lock of the study")
  private String lock = "";

  @Option(
      names = "--sign",
      required = true,
      paramLabel = "KEY",
      description = "your key, made by `plan key new`")
  private String key = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "a file that is not there yet")
  private String out = "";

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  CheckpointCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    var file = surroundings.ledgerOf(lock).ledger();
    var written = LedgerReader.read(file).then(this::checkpoint).then(this::written);
    if (!written.isSound()) {
      return screen.stop(written.diagnostics());
    }
    screen.print("checkpoint   " + out + "   give it to somebody who keeps it\n");
    return ExitCode.HOLDS;
  }

  private Checked<Checkpoint> checkpoint(Ledger ledger) {
    Optional<Checkpoint> now = ledger.study().map(name -> Checkpoint.of(name, ledger.head()));
    return now.map(Checked::of)
        .orElseGet(
            () ->
                Checked.failed(
                    Diagnostic.at(
                        Span.none(ledger.name()), Rule.LEDGER_DAMAGED, "the ledger has no name")));
  }

  private Checked<Checkpoint> written(Checkpoint checkpoint) {
    return KeyFile.read(
            surroundings.file(key), key, () -> Passphrase.ask(surroundings, "passphrase of " + key))
        .then(
            signing -> {
              try (signing) {
                return AtomicFile.onDisk()
                    .create(surroundings.file(out), checkpoint.signedBy(signing).bytes())
                    .map(path -> checkpoint);
              }
            });
  }
}
