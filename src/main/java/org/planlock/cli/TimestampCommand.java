package org.planlock.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.planlock.Planlock;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.AtomicFile;
import org.planlock.lock.PlanLock;
import org.planlock.lock.RegularFile;
import org.planlock.lock.time.Fetching;
import org.planlock.lock.time.TimeEvidence;
import org.planlock.lock.time.TimeStamping;
import org.planlock.lock.time.TimeSubject;
import org.planlock.lock.time.TimeVerifier;
import org.planlock.lock.time.TrustAnchors;
import org.planlock.source.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds better evidence of time to a lock. */
@Command(
    name = "timestamp",
    description = {
      "Have the time of a lock attested by somebody else, now or by way of another machine. What"
          + " is locked stays as it is.",
      "From a machine without network: `--tsq-out query.tsq`, then on any other machine",
      "  curl -H 'Content-Type: application/timestamp-query' --data-binary @query.tsq URL > reply.tsr",
      "and `--import reply.tsr --query query.tsq` where the lock is."
    },
    footer = {"", "Exit codes: 0 stamped, 5 the authority did not answer: try again."},
    sortOptions = false)
final class TimestampCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "LOCK", description = "a lock")
  private String lock = "";

  @Option(names = "--tsa", paramLabel = "URL", description = "ask this authority over the network")
  private Optional<String> address = Optional.empty();

  @Option(names = "--tsq-out", paramLabel = "FILE", description = "write a query to be sent later")
  private Optional<String> queryOut = Optional.empty();

  @Option(names = "--import", paramLabel = "FILE", description = "take the reply to a query")
  private Optional<String> reply = Optional.empty();

  @Option(names = "--query", paramLabel = "FILE", description = "the query of that reply")
  private Optional<String> query = Optional.empty();

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  TimestampCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    var evidence = new LockEvidence(surroundings, lock);
    var known = evidence.read();
    var done = known.then(this::done);
    if (!done.isSound()) {
      return screen.stop(done.diagnostics());
    }
    var stamp = done.orThrow();
    if (stamp.isPresent()) {
      var written = evidence.write(known.orThrow().stamped(stamp.get().json()));
      if (!written.isSound()) {
        return screen.stop(written.diagnostics());
      }
      screen.print("stamped  " + lock + "\n");
    } else {
      screen.print("query    " + queryOut.orElse("") + "   send it to a time-stamping authority\n");
    }
    return ExitCode.HOLDS;
  }

  /** A stamp to add, or none where only a query was written. */
  private Checked<Optional<TimeEvidence>> done(PlanLock known) {
    var stamping =
        new TimeStamping(
            new TimeVerifier(TrustAnchors.NONE, surroundings.clock(), Planlock.RELEASED),
            TimeSubject.STATEMENT,
            known.sha256());
    if (address.isPresent()) {
      return stamping.fetch(address.get(), Fetching.USUAL).map(Optional::of);
    }
    if (reply.isPresent()) {
      return imported(stamping, reply.get()).map(Optional::of);
    }
    return queryOut.isPresent() ? queried(stamping, queryOut.get()) : nothingAsked();
  }

  private Checked<TimeEvidence> imported(TimeStamping stamping, String name) {
    return sent()
        .then(question -> bytes(name).then(answer -> stamping.imported(answer, question, name)));
  }

  private Checked<Optional<byte[]>> sent() {
    return query
        .map(name -> bytes(name).map(Optional::of))
        .orElseGet(() -> Checked.of(Optional.empty()));
  }

  private Checked<byte[]> bytes(String name) {
    return RegularFile.read(surroundings.file(name), name, 2 * TimeEvidence.MOST_BYTES);
  }

  private Checked<Optional<TimeEvidence>> queried(TimeStamping stamping, String name) {
    return AtomicFile.onDisk()
        .create(surroundings.file(name), stamping.query())
        .map(path -> Optional.empty());
  }

  private Checked<Optional<TimeEvidence>> nothingAsked() {
    return Checked.failed(
        Diagnostic.at(Span.none(lock), Rule.REASON_WANTED, "who is to attest the time of the lock?")
            .help("`--tsa URL` asks an authority over the network")
            .help("`--tsq-out FILE` writes a query, `--import FILE` takes the reply to it"));
  }
}
