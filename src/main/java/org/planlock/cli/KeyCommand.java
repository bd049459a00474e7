package org.planlock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.signature.KeyFile;
import org.planlock.lock.signature.PublicKeyFile;
import org.planlock.lock.signature.VerifyingKey;
import org.planlock.source.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes keys that sign locks and releases. */
@Command(
    name = "key",
    description = {
      "Make a key to sign with: `new` writes KEY, which is yours alone, and KEY.pub, which you give"
          + " to others; `show` prints the public line of either.",
      "Whoever verifies puts your name and that line into a file, and names it with --signer."
    },
    sortOptions = false)
final class KeyCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  /** What to do. */
  enum Act {
    NEW,
    SHOW
  }

  @Parameters(index = "0", paramLabel = "new|show", description = "what to do")
  private Act act = Act.SHOW;

  @Parameters(index = "1", paramLabel = "KEY", description = "the file of the key")
  private String name = "";

  @Option(
      names = "--no-passphrase",
      description = "for machines: whoever can open the file can sign")
  private boolean isOpen;

  @Option(
      names = "--comment",
      paramLabel = "TEXT",
      description = "who it belongs to, in KEY.pub; not part of the key")
  private Optional<String> comment = Optional.empty();

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  KeyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    return act == Act.NEW ? made(screen) : shown(screen);
  }

  private int made(Screen screen) {
    var file = surroundings.file(name);
    var made =
        (isOpen
                ? KeyFile.createWithoutPassphrase(file)
                : KeyFile.create(file, Passphrase.ask(surroundings, "passphrase of the new key")))
            .then(
                key ->
                    published(
                        key,
                        PublicKeyFile.create(
                            surroundings.file(name + ".pub"),
                            key,
                            comment.orElseGet(surroundings::person))));
    if (!made.isSound()) {
      return screen.stop(made.diagnostics());
    }
    screen.print("key      " + name + "   keep it, and let nobody else read it\n");
    screen.print("public   " + name + ".pub   give it to those who verify\n");
    return ExitCode.HOLDS;
  }

  /** The key, or none: one that nobody can be told of is taken back. */
  private Checked<VerifyingKey> published(VerifyingKey key, Checked<Path> written) {
    if (written.isSound()) {
      return Checked.of(key);
    }
    try {
      Files.deleteIfExists(surroundings.file(name));
      return Checked.failed(
          written.diagnostics().stream().map(one -> one.note("no key was made")).toList());
    } catch (IOException e) {
      return Checked.<VerifyingKey>failed(written.diagnostics())
          .after(
              List.of(
                  Diagnostic.at(
                          Span.none(name),
                          Rule.WRITE_FAILED,
                          "`" + name + "` could not be taken back")
                      .note("its public half was not written")
                      .help("delete it, and make the key again")));
    }
  }

  private int shown(Screen screen) {
    var publicName = name.toLowerCase(Locale.ROOT).endsWith(".pub") ? name : name + ".pub";
    var key = PublicKeyFile.read(surroundings.file(publicName), publicName);
    if (!key.isSound()) {
      return screen.stop(key.diagnostics());
    }
    screen.print(key.map(VerifyingKey::text).orThrow() + "\n");
    return ExitCode.HOLDS;
  }
}
