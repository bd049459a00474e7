package org.planlock.cli;

import java.util.concurrent.Callable;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.LockFile;
import org.planlock.lock.PlanLock;
import org.planlock.lock.signature.KeyFile;
import org.planlock.lock.signature.SigningKey;
import org.planlock.source.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a person's signature to a lock. */
@Command(
    name = "sign",
    description = {
      "Sign a lock that is there, as another of the people who stand behind the plan. What is"
          + " locked stays as it is."
    },
    sortOptions = false)
final class SignCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "LOCK", description = "a lock")
  private String lock = "";

  @Option(
      names = "--key",
      required = true,
      paramLabel = "KEY",
      description = "your key, made by `plan key new`")
  private String key = "";

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  SignCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    var evidence = new LockEvidence(surroundings, lock);
    var signed = evidence.read().then(this::signed).then(evidence::write);
    if (!signed.isSound()) {
      return screen.stop(signed.diagnostics());
    }
    int count = signed.orThrow().signatures().size();
    screen.print("signed   " + lock + "   " + count + (count == 1 ? " signature" : " signatures"));
    screen.print("\n");
    return ExitCode.HOLDS;
  }

  private Checked<PlanLock> signed(PlanLock known) {
    return KeyFile.read(
            surroundings.file(key), key, () -> Passphrase.ask(surroundings, "passphrase of " + key))
        .then(with -> signed(known, with));
  }

  private Checked<PlanLock> signed(PlanLock known, SigningKey with) {
    try (with) {
      var signature = with.sign(LockFile.PAYLOAD_TYPE, known.statement().bytes());
      boolean isRepeated =
          known.signatures().stream().anyMatch(one -> one.keyid().equals(signature.keyid()));
      return isRepeated
          ? Checked.failed(
              Diagnostic.at(
                      Span.none(lock), Rule.FILE_EXISTS, "this key has signed the lock already")
                  .note("nothing was changed"))
          : Checked.of(known.signed(signature));
    }
  }
}
