package org.planlock.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.Planlock;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.diagnostic.Severity;
import org.planlock.lock.Drafts;
import org.planlock.lock.LockFile;
import org.planlock.lock.PlanLock;
import org.planlock.lock.signature.KeyFile;
import org.planlock.lock.time.Fetching;
import org.planlock.lock.time.TimeAuthority;
import org.planlock.lock.time.TimeEvidence;
import org.planlock.lock.time.TimeStamping;
import org.planlock.lock.time.TimeSubject;
import org.planlock.lock.time.TimeVerifier;
import org.planlock.lock.time.TrustAnchors;
import org.planlock.source.Span;
import picocli.CommandLine.Option;

/** Who vouches for a new lock: keys that sign it, and clocks that stamp it. */
final class Vouching {
  private static final String OWN_KEY = "own-time.key";

  @Option(
      names = "--sign",
      paramLabel = "KEY",
      description = "sign with this key; may stand several times")
  private List<String> keys = new ArrayList<>();

  @Option(
      names = "--tsa",
      paramLabel = "URL",
      description = "have a time-stamping authority attest the time; uses the network")
  private List<String> authorities = new ArrayList<>();

  /**
   * The lock with every stamp that could be had.
   *
   * @param failures what went wrong with those of others; one's own that is missing is a warning
   */
  record Stamped(PlanLock lock, List<Diagnostic> failures) {}

  /** The signed lock, or why a key cannot be used. */
  Checked<PlanLock> signed(Surroundings surroundings, PlanLock lock) {
    var signed = Checked.of(lock);
    for (var name : keys) {
      signed = signed.then(so -> signedBy(surroundings, so, name));
    }
    return signed;
  }

  private static Checked<PlanLock> signedBy(Surroundings surroundings, PlanLock lock, String name) {
    return KeyFile.read(
            surroundings.file(name),
            name,
            () -> Passphrase.ask(surroundings, "passphrase of " + name))
        .map(
            key -> {
              try (key) {
                return lock.signed(key.sign(LockFile.PAYLOAD_TYPE, lock.statement().bytes()));
              }
            });
  }

  /** The stamped lock; no authority that fails takes the lock with it. */
  Stamped stamped(Surroundings surroundings, PlanLock lock) {
    var stamping =
        new TimeStamping(
            new TimeVerifier(TrustAnchors.NONE, surroundings.clock(), Planlock.RELEASED),
            TimeSubject.STATEMENT,
            lock.sha256());
    var failures = new ArrayList<Diagnostic>();
    var stamped = lock;
    for (var url : authorities) {
      var stamp = stamping.fetch(url, Fetching.USUAL);
      stamp.diagnostics().stream().filter(Diagnostic::isError).forEach(failures::add);
      stamped = with(stamped, stamp.value());
    }
    if (stamped.time().isEmpty()) {
      var own = own(surroundings, stamping);
      own.diagnostics().stream()
          .filter(Diagnostic::isError)
          .map(Vouching::unstamped)
          .forEach(failures::add);
      stamped = with(stamped, own.value().flatMap(stamp -> stamp));
    }
    return new Stamped(stamped, failures);
  }

  private static Checked<TimeAuthority> opened(Surroundings surroundings, Path file) {
    // a call that was killed when it had just made the key may have left its draft
    Drafts.sweep(file);
    return TimeAuthority.open(file, TimeAuthority.OWN, surroundings.clock());
  }

  /** One's own clock, as a stamp that everybody can read and nobody need believe. */
  private static Checked<Optional<TimeEvidence>> own(
      Surroundings surroundings, TimeStamping stamping) {
    var config = ConfigFolder.of(surroundings);
    if (config.path().isEmpty()) {
      return Checked.of(Optional.empty());
    }
    return config
        .made()
        .map(folder -> folder.resolve(OWN_KEY))
        .map(file -> opened(surroundings, file))
        .orElseGet(() -> Checked.failed(unmade(config.path().get())))
        .then(stamping::bySelf)
        .map(Optional::of);
  }

  private static Diagnostic unmade(Path folder) {
    return Diagnostic.at(
        Span.none(folder.toString()),
        Rule.WRITE_FAILED,
        "the folder of your own keys, `" + folder + "`, cannot be made");
  }

  private static Diagnostic unstamped(Diagnostic why) {
    return why.weighing(Severity.WARNING)
        .note("so the lock has no time stamp, not even one of your own clock")
        .help("`plan timestamp` adds one of somebody else");
  }

  private static PlanLock with(PlanLock lock, Optional<TimeEvidence> stamp) {
    return stamp.map(TimeEvidence::json).map(lock::stamped).orElse(lock);
  }
}
