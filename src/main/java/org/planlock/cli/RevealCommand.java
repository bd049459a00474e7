package org.planlock.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.AtomicFile;
import org.planlock.lock.commitment.FieldProof;
import org.planlock.lock.commitment.FieldProofFile;
import org.planlock.lock.commitment.LockedFields;
import org.planlock.source.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reveals some fields of a private plan and nothing else. */
@Command(
    name = "reveal",
    description = {
      "Write a proof of some fields of a private lock, so that everybody who has its commitment can"
          + " check them, and learns nothing else.",
      "What is revealed cannot be taken back. `plan verify FILE --commitment C` checks it."
    },
    sortOptions = false)
final class RevealCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "LOCK", description = "a private lock, made by `plan lock --private`")
  private String lock = "";

  @Option(
      names = "--field",
      paramLabel = "PATH",
      description = "a field of the plan, or a group of them, such as models.m1.penalty")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--absent",
      paramLabel = "PATH",
      description = "prove that the plan has nothing at this path")
  private Optional<String> absent = Optional.empty();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "a file that is not there yet; its name ends in .field")
  private String out = "";

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  RevealCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    var written =
        named()
            .then(yes -> new LockEvidence(surroundings, lock).read())
            .then(LockedFields::of)
            .then(this::proof)
            .then(this::written);
    if (!written.isSound()) {
      return screen.stop(written.diagnostics());
    }
    written
        .orThrow()
        .fields()
        .forEach(one -> screen.print("revealed   " + FieldFiles.said(one) + "\n"));
    screen.print("           " + out + "\n");
    return ExitCode.HOLDS;
  }

  private Checked<Boolean> named() {
    if (paths.isEmpty() == absent.isEmpty()) {
      return Checked.failed(
          Diagnostic.at(Span.none(lock), Rule.REASON_WANTED, "what is to be revealed?")
              .help(
                  "name one or more fields with `--field PATH`, or one gap with `--absent PATH`"));
    }
    return out.endsWith(FieldFiles.ENDING)
        ? Checked.of(true)
        : Checked.failed(
            Diagnostic.at(Span.none(out), Rule.REASON_WANTED, "the name of a proof ends in .field")
                .help("`--out " + out + FieldFiles.ENDING + "`"));
  }

  private Checked<FieldProof> proof(LockedFields fields) {
    return absent
        .map(fields::revealAbsence)
        .orElseGet(() -> fields.reveal(new LinkedHashSet<>(paths)));
  }

  private Checked<FieldProof> written(FieldProof proof) {
    return AtomicFile.onDisk()
        .create(surroundings.file(out), FieldProofFile.bytes(proof))
        .map(path -> proof);
  }
}
