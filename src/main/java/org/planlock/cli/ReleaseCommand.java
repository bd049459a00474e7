package org.planlock.cli;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Standing;
import org.planlock.lock.Verification;
import org.planlock.lock.proof.Shown;
import org.planlock.lock.seal.Opens;
import org.planlock.lock.seal.ReleaseStatement;
import org.planlock.report.Visible;
import org.planlock.source.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The custodian's second step: what was sealed is opened for one lock. */
@Command(
    name = "release",
    description = {
      "Open a sealed table for one locked plan. Done by the custodian, after the lock was verified:"
          + " the release names the lock, so that nobody can say later that the plan came after the"
          + " data.",
      "A table is released once, for one lock. In an emergency `--emergency --participant ID`"
          + " opens one participant; the key stays with the custodian, and the ledger tells of it."
    },
    footer = {
      "",
      "Exit codes: 0 released, 1 the lock or its plan was changed, or the key opens another table;",
      "4 the lock is weaker than asked, 6 somebody else writes the ledger, 7 refused: released for",
      "another lock, amended, or fewer participants than planned."
    },
    sortOptions = false)
final class ReleaseCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "LOCK", description = "the lock that it is opened for")
  private String lock = "";

  @Mixin private Custody custody = new Custody();

  @Option(
      names = "--sign",
      required = true,
      paramLabel = "KEY",
      description = "sign with this key, made by `plan key new`")
  private String signingKey = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "the release, to be handed over; it is not there yet")
  private String out = "";

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "why it is opened now; must be given in an emergency")
  private Optional<String> reason = Optional.empty();

  @Option(
      names = "--early",
      paramLabel = "REASON",
      description = "release although the sealed table has fewer participants than the plan wants")
  private Optional<String> early = Optional.empty();

  @Option(names = "--emergency", description = "open one participant and nobody else")
  private boolean isEmergency;

  @Option(names = "--participant", paramLabel = "ID", description = "whom, in an emergency")
  private Optional<String> participant = Optional.empty();

  @Mixin private StudyFiles files = new StudyFiles();

  @Mixin private TrustFiles trust = new TrustFiles();

  @Mixin private Demanding demanding = new Demanding();

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  ReleaseCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    var wish = wish();
    var anchors = wish.then(asked -> trust.read(surroundings));
    if (!anchors.isSound()) {
      return screen.stop(anchors.diagnostics());
    }
    var folders = files.folders(surroundings, surroundings.file(lock));
    var examination = new LockExamination(surroundings, lock, Optional.empty(), folders);
    var read = examination.read();
    var found =
        examination.verification(
            read, demanding.demands(), anchors.orThrow(), demanding.asked(), Shown.NOTHING);
    if (isStopping(found) || read.value().isEmpty()) {
      screen.complain(found.diagnostics());
      screen.remark("plan: not released; " + found.verdict());
      return found.standing().code();
    }
    screen.warn(found.diagnostics());
    return released(screen, read.value().get(), wish.orThrow());
  }

  private int released(Screen screen, PlanLock known, Releasing.Wish wish) {
    var made = new Releasing(surroundings, lock, custody, signingKey).release(known, wish, out);
    if (!made.isSound()) {
      return screen.stop(made.diagnostics());
    }
    screen.warn(made.diagnostics());
    print(screen, made.orThrow());
    return ExitCode.HOLDS;
  }

  /** An emergency does not wait for a plan that somebody edited; a lock that is none, it must. */
  private boolean isStopping(Verification found) {
    var standing = found.standing();
    return isEmergency
        ? standing == Standing.UNREADABLE
        : standing != Standing.HOLDS && standing != Standing.ENVIRONMENT;
  }

  private Checked<Releasing.Wish> wish() {
    if (isEmergency && (participant.isEmpty() || reason.filter(r -> !r.isBlank()).isEmpty())) {
      return Checked.failed(
          wanted("an emergency is about one participant, and has a reason")
              .help("write `--emergency --participant ID --reason \"…\"`"));
    }
    if (!isEmergency && participant.isPresent()) {
      return Checked.failed(
          wanted("a single participant is opened in an emergency only")
              .help("add `--emergency`, or leave out `--participant`"));
    }
    var unfit =
        java.util.stream.Stream.of(reason, early)
            .flatMap(Optional::stream)
            .filter(text -> !ReleaseStatement.isReason(text))
            .findFirst();
    return unfit.isPresent()
        ? Checked.failed(
            wanted("this is no reason that can be recorded")
                .note("a reason has 1 to 4000 characters that can all be seen"))
        : Checked.of(new Releasing.Wish(participant.filter(id -> isEmergency), reason, early));
  }

  private static Diagnostic wanted(String message) {
    return Diagnostic.at(Span.none("plan release"), Rule.REASON_WANTED, message);
  }

  private void print(Screen screen, Releasing.Released release) {
    var statement = release.statement();
    if (screen.isJson()) {
      var json = new JsonObject();
      json.addProperty("release", out);
      json.addProperty("sha256", release.sha256().hex());
      json.addProperty("lock", statement.lock().hex());
      json.addProperty("sealed", statement.sealed().hex());
      json.addProperty("participant", statement.participant().orElse(null));
      screen.print(json);
    } else if (statement.opens() instanceof Opens.OneParticipant one) {
      var row = one.disclosure().row();
      row.values()
          .forEach(
              (column, value) ->
                  screen.print(
                      "opened     "
                          + Visible.text(row.participant())
                          + "   "
                          + Visible.text(column)
                          + " = "
                          + Visible.text(value)
                          + "\n"));
      screen.print(
          "recorded   in the study's ledger, with the reason; everybody else stays sealed\n"
              + "proof      "
              + Visible.text(out)
              + "\n");
    } else {
      screen.print(
          "released   "
              + Visible.text(statement.fileName())
              + "   for "
              + Visible.text(lock)
              + " and no other lock; recorded in the study's ledger\n"
              + "hand over  "
              + Visible.text(out)
              + "   from now on whoever has it can read the table\n"
              + "public     give your public key to those who verify: `plan key show "
              + Visible.text(signingKey)
              + "`\n");
    }
  }
}
