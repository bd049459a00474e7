package org.planlock.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.planlock.lock.Verification;
import org.planlock.lock.proof.Anchors;
import org.planlock.report.VerificationJson;
import org.planlock.report.VerificationText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proves that a lock, its plan and its files are unchanged. */
@Command(
    addMethodSubcommands = false,
    name = "verify",
    description = {
      "Prove that a plan and the files that it fixes are what was locked.",
      "Works without the participants' data: a table that is not here is not checked."
    },
    sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "LOCK", description = "a lock")
  private String lock = "";

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "the plan to compare; without it the one beside the lock")
  private Optional<String> plan = Optional.empty();

  @Mixin private StudyFiles files = new StudyFiles();

  @Option(
      names = "--commitment",
      paramLabel = "FILE",
      description = "what was published of a private lock; for the lock, or for revealed fields")
  private Optional<String> commitment = Optional.empty();

  @Mixin private ShownFiles shown = new ShownFiles();

  @Mixin private TrustFiles trust = new TrustFiles();

  @Mixin private Demanding demanding = new Demanding();

  @Mixin private FindingOptions screenOptions = new FindingOptions();

  VerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    var anchors = trust.read(surroundings);
    if (!anchors.isSound()) {
      return screen.stop(anchors.diagnostics());
    }
    if (lock.endsWith(FieldFiles.ENDING) && commitment.isEmpty()) {
      return screen.stop(List.of(FieldFiles.noCommitment(lock)));
    }
    if (lock.endsWith(FieldFiles.ENDING)) {
      return told(screen, new FieldFiles(surroundings).verify(lock, commitment.orElseThrow()));
    }
    var given = shown.read(surroundings);
    return given.isSound()
        ? told(screen, verification(anchors.orThrow(), given.orThrow()))
        : screen.stop(given.diagnostics());
  }

  private static int told(Screen screen, Verification verification) {
    print(screen, verification);
    return verification.standing().code();
  }

  private Verification verification(Anchors anchors, ShownFiles.Given given) {
    var folders = files.folders(surroundings, surroundings.file(lock));
    var examination = new LockExamination(surroundings, lock, plan, folders);
    var read = examination.read();
    var proven =
        examination
            .verification(read, demanding.demands(), anchors, demanding.asked(), given.shown())
            .with(examination.data(given.data()));
    return commitment
        .map(name -> proven.with(new FieldFiles(surroundings).opening(read, name)))
        .orElse(proven);
  }

  private static void print(Screen screen, Verification verification) {
    if (screen.isForFindings()) {
      screen.report(verification.diagnostics(), verification.standing().code());
    } else if (screen.isJson()) {
      screen.print(VerificationJson.of(verification));
    } else {
      screen.print(new VerificationText(screen.style()).of(verification));
    }
  }
}
