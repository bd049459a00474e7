package org.planlock.cli;

import java.nio.file.Files;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.Ledger;
import org.planlock.lock.ledger.LedgerReader;
import org.planlock.lock.seal.CustodianRelease;
import org.planlock.lock.seal.Opens;
import org.planlock.lock.seal.ReleaseFile;
import org.planlock.lock.seal.ReleasePolicy;
import org.planlock.lock.seal.ReleaseStatement;
import org.planlock.lock.signature.KeyFile;
import org.planlock.source.Span;

/**
 * Releases what was sealed: what the custodian keeps first, then the entry in the ledger, then the
 * file to hand over. Whoever is stopped in between gets the same file by the same command.
 *
 * @param lock as typed
 * @param signingKey as typed
 */
record Releasing(Surroundings surroundings, String lock, Custody custody, String signingKey) {
  private static final String USUAL_REASON = "the plan is locked, and its lock was verified";

  /**
   * What is wanted.
   *
   * @param participant whom to open, in an emergency
   * @param early why fewer participants than planned are enough
   */
  record Wish(Optional<String> participant, Optional<String> reason, Optional<String> early) {
    String said() {
      var why = reason.orElse(USUAL_REASON);
      return early.map(text -> why + "; early: " + text).orElse(why);
    }
  }

  /**
   * A release that is on disk.
   *
   * @param statement what it says; the key in it is wiped
   * @param sha256 of the file
   */
  record Released(ReleaseStatement statement, Sha256 sha256) {}

  Checked<Released> release(PlanLock known, Wish wish, String out) {
    if (Files.exists(surroundings.file(out))) {
      return Checked.failed(
          Diagnostic.at(Span.none(out), Rule.FILE_EXISTS, "`" + out + "` is there already")
              .help("name a file that is not there yet"));
    }
    return custody
        .open(surroundings)
        .then(
            open -> {
              // the release holds the key: it is written before the key is wiped
              try (open) {
                var release =
                    wish.participant().isPresent()
                        ? emergency(known, wish, open)
                        : whole(known, wish, open);
                return release.then(made -> written(made, out));
              }
            });
  }

  private Checked<Released> written(CustodianRelease made, String out) {
    var file = ReleaseFile.create(surroundings.file(out), made);
    if (file.isSound()) {
      return Checked.of(new Released(made.statement(), made.sha256()));
    }
    boolean isWhole = made.statement().participant().isEmpty();
    return Checked.failed(
        file.diagnostics().stream()
            .map(
                one ->
                    one.note("the study's ledger tells of the release already")
                        .help(
                            isWhole
                                ? "give the command again: it writes the same release"
                                : "give the command again: an opening is recorded each time"))
            .toList());
  }

  private Checked<CustodianRelease> emergency(PlanLock known, Wish wish, Custody.Open open) {
    return open.opened()
        .disclose(wish.participant().orElseThrow())
        .map(Opens.OneParticipant::new)
        .then(opens -> signed(known, wish, open, opens))
        .then(release -> recorded(release));
  }

  private Checked<CustodianRelease> whole(PlanLock known, Wish wish, Custody.Open open) {
    var memory = ReleaseMemory.beside(surroundings, custody.key());
    return memory
        .read()
        .then(
            before ->
                before
                    .map(earlier -> again(earlier, known, open))
                    .orElseGet(() -> first(known, wish, open, memory)));
  }

  /** The release of that time once more: a second one would be another file. */
  private Checked<CustodianRelease> again(
      CustodianRelease earlier, PlanLock known, Custody.Open open) {
    var statement = earlier.statement();
    if (!statement.lock().equals(known.sha256())) {
      return Checked.failed(ReleaseMemory.forOther(earlier, custody.key()));
    }
    return statement.sealed().equals(open.sealed().sha256())
        ? recordedBefore(earlier)
        : Checked.failed(
            Diagnostic.at(
                    Span.none(custody.sealed()),
                    Rule.RELEASE_OF_OTHER_FILE,
                    "with this key another sealed file was released")
                .note("it was " + statement.sealed()));
  }

  private Checked<CustodianRelease> recordedBefore(CustodianRelease earlier) {
    return ledger()
        .then(
            ledger ->
                ledger
                    .state()
                    .releaseOf(earlier.statement().sealed())
                    .filter(entry -> entry.body().equals(earlier.entry()))
                    .map(entry -> Checked.of(earlier))
                    .orElseGet(() -> recorded(earlier)));
  }

  private Checked<CustodianRelease> first(
      PlanLock known, Wish wish, Custody.Open open, ReleaseMemory memory) {
    return new Enough(lock, wish.early())
        .check(known, open.sealed())
        .then(yes -> signed(known, wish, open, new Opens.Everything(open.key())))
        .then(this::allowed)
        .then(memory::keep)
        .then(
            release -> {
              var recorded = recorded(release);
              if (recorded.isSound()) {
                return recorded;
              }
              if (isKnownToBeMissing(release)) {
                memory.forget();
                return recorded;
              }
              return Checked.failed(
                  recorded.diagnostics().stream()
                      .map(one -> one.note("`" + memory.name() + "` is left: it keeps the release"))
                      .map(one -> one.help("give the command again: it goes on from there"))
                      .toList());
            });
  }

  /** What is kept is only taken back where no entry can tell of it. */
  private boolean isKnownToBeMissing(CustodianRelease release) {
    return ledger()
        .value()
        .filter(
            ledger ->
                ledger.entries().stream().noneMatch(one -> one.body().equals(release.entry())))
        .isPresent();
  }

  private Checked<CustodianRelease> signed(
      PlanLock known, Wish wish, Custody.Open open, Opens opens) {
    return ledger()
        .then(
            ledger ->
                KeyFile.read(
                        surroundings.file(signingKey),
                        signingKey,
                        () -> Passphrase.ask(surroundings, "passphrase of " + signingKey))
                    .map(
                        key -> {
                          try (key) {
                            return CustodianRelease.unsigned(
                                    statement(known, wish, open, opens, ledger))
                                .signed(key);
                          }
                        }));
  }

  private ReleaseStatement statement(
      PlanLock known, Wish wish, Custody.Open open, Opens opens, Ledger ledger) {
    return new ReleaseStatement(
        known.sha256(),
        open.sealed().header().file(),
        open.sealed().sha256(),
        opens,
        ledger.head(),
        wish.said(),
        surroundings.clock().instant().truncatedTo(ChronoUnit.SECONDS));
  }

  /** Asked before anything is kept, and once more while nobody else can write. */
  private Checked<CustodianRelease> allowed(CustodianRelease release) {
    return ledger()
        .then(
            ledger -> {
              var ruling = policy().rule(ledger.state(), release.entry());
              return ruling.step().isPresent()
                  ? Checked.of(release)
                  : Checked.failed(
                      ruling.diagnostics().stream()
                          .map(one -> one.weighing(org.planlock.diagnostic.Severity.ERROR))
                          .toList());
            });
  }

  private Checked<CustodianRelease> recorded(CustodianRelease release) {
    return LockRecording.ledger(surroundings, lock)
        .decide(policy().decision(release))
        .map(appended -> release);
  }

  private Checked<Ledger> ledger() {
    return LedgerReader.read(surroundings.ledgerOf(lock).ledger());
  }

  private ReleasePolicy policy() {
    return ReleasePolicy.of(surroundings.ledgerOf(lock).ledger().toString());
  }
}
