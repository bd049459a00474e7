package org.planlock.lock.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.ledger.entry.Beginning;
import org.planlock.lock.ledger.entry.EntryBody;
import org.planlock.source.Span;

/**
 * Appends to a ledger, one entry at a time, whoever else would do so at the same moment.
 *
 * <p>An entry that is returned is durable. One that is refused or fails changes nothing; where even
 * undoing fails, the finding says so. Whoever is killed meanwhile leaves at most a line without an
 * end, which the next entry moves aside and tells of.
 */
public final class LedgerWriter {
  /** How long to wait for somebody else who writes, unless asked otherwise. */
  public static final Duration USUAL_WAIT = Duration.ofSeconds(10);

  private final LedgerFolder folder;
  private final InstantSource clock;
  private final String actor;
  private final Duration wait;

  private LedgerWriter(LedgerFolder folder, InstantSource clock, String actor, Duration wait) {
    this.folder = folder;
    this.clock = clock;
    this.actor = actor;
    this.wait = wait;
  }

  /**
   * A writer for somebody.
   *
   * @param clock for the time in each entry, which nobody attests
   * @param actor who writes, in their own words
   */
  public static LedgerWriter of(LedgerFolder folder, InstantSource clock, String actor) {
    return new LedgerWriter(folder, clock, actor, USUAL_WAIT);
  }

  /** The same with another longest wait. */
  public LedgerWriter waiting(Duration longest) {
    return new LedgerWriter(folder, clock, actor, longest);
  }

  /**
   * Begins the ledger of a study, and makes its folder in a folder that is there.
   *
   * @param study the name by which it is known everywhere
   */
  public Checked<Appended> begin(String study) {
    return folder
        .linkFault()
        .map(Checked::<Appended>failed)
        .orElseGet(
            () -> {
              try {
                folder.make();
              } catch (IOException e) {
                return Checked.failed(
                    Diagnostic.at(
                            Span.none(folder.root().toString()),
                            Rule.WRITE_FAILED,
                            "`" + folder.root() + "` cannot be made")
                        .note("the ledger is as it was")
                        .help("check that the study's folder exists and may be written to"));
              }
              return locked(session -> session.begin(new Beginning(study)));
            });
  }

  /** Appends an entry that needs no file. */
  public Checked<Appended> append(EntryBody body) {
    return append(LedgerStep.of(body));
  }

  /** Takes a step: its file first, then its entry, which alone makes it count. */
  public Checked<Appended> append(LedgerStep step) {
    return locked(session -> session.append(step));
  }

  /** Takes the step that is decided on from all entries, while nobody else can write. */
  public Checked<Appended> decide(LedgerDecision decision) {
    return locked(session -> session.decide(decision));
  }

  private Checked<Appended> locked(Function<WritingSession, Checked<Appended>> work) {
    var fault = folder.linkFault();
    if (fault.isPresent()) {
      return Checked.failed(fault.get());
    }
    if (!Files.isDirectory(folder.root(), LinkOption.NOFOLLOW_LINKS)) {
      return Checked.failed(
          Diagnostic.at(
              Span.none(folder.root().toString()),
              Rule.FILE_MISSING,
              "there is no ledger in `" + folder.root() + "`"));
    }
    var me =
        new Holder(
            actor, ProcessHandle.current().pid(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
    return LedgerLock.acquire(folder, me, wait).then(lock -> worked(lock, work));
  }

  private Checked<Appended> worked(
      LedgerLock lock, Function<WritingSession, Checked<Appended>> work) {
    try (lock) {
      Leftovers.sweep(folder);
      return work.apply(new WritingSession(folder, clock, actor));
    }
  }
}
