package org.planlock.lock.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.ledger.entry.Beginning;
import org.planlock.lock.ledger.entry.EntryBody;
import org.planlock.lock.ledger.entry.ExecutionEnd;
import org.planlock.lock.ledger.entry.LedgerEntry;
import org.planlock.lock.merkle.MerkleTree;
import org.planlock.source.Span;

/** What is done while the lock is held: the end is found and mended, and one step is taken. */
final class WritingSession {
  private final LedgerFolder folder;
  private final InstantSource clock;
  private final String actor;
  private final TornLines tornLines;

  WritingSession(LedgerFolder folder, InstantSource clock, String actor) {
    this.folder = folder;
    this.clock = clock;
    this.actor = actor;
    this.tornLines = new TornLines(folder);
  }

  /** The first entry of a ledger that is not there, or has no whole line. */
  Checked<Appended> begin(Beginning beginning) {
    return new EndReader(folder)
        .all()
        .then(end -> end.tail().entries() == 0 ? mended(end) : exists())
        .then(end -> appended(end, beginning))
        .map(
            end -> {
              // if this fails, the next entry will tell of it; the ledger has begun all the same
              told(end);
              return last(end);
            });
  }

  /** A step that depends on nothing but that the ledger is there, or on all that is in it. */
  Checked<Appended> append(LedgerStep step) {
    if (!(step.body() instanceof ExecutionEnd) && !Objections.areImpossible(step.body())) {
      return decide(state -> Checked.of(step));
    }
    return ready(new EndReader(folder).last())
        .then(
            end ->
                Objections.areImpossible(step.body())
                        || Objections.areImpossible(step.body(), end.read())
                    ? taken(end, step)
                    : decide(state -> Checked.of(step)));
  }

  /** The step that is decided on, from all that is in the ledger. */
  Checked<Appended> decide(LedgerDecision decision) {
    return ready(new EndReader(folder).all())
        .then(
            end ->
                decision
                    .decide(end.state())
                    .then(step -> objected(end, step))
                    .then(step -> taken(end, step)));
  }

  private Checked<LedgerEnd> ready(Checked<LedgerEnd> found) {
    return found.then(end -> end.tail().entries() == 0 ? missing() : mended(end)).then(this::told);
  }

  private Checked<LedgerEnd> mended(LedgerEnd end) {
    if (end.torn() == 0) {
      return Checked.of(end);
    }
    var findings = tornLines.setAside(end);
    return findings.stream().anyMatch(Diagnostic::isError)
        ? Checked.failed(findings)
        : Checked.of(end.withoutTorn(), findings);
  }

  /** The end after an entry for each torn line that no entry tells of. */
  private Checked<LedgerEnd> told(LedgerEnd end) {
    var pending = tornLines.pending();
    var now = pending.isEmpty() || end.isAll() ? Checked.of(end) : new EndReader(folder).all();
    for (var recovery : pending) {
      now =
          now.then(
              e -> TornLines.isTold(recovery, e.read()) ? Checked.of(e) : appended(e, recovery));
      if (now.isSound()) {
        tornLines.settle(recovery);
      }
    }
    return now;
  }

  private Checked<LedgerStep> objected(LedgerEnd end, LedgerStep step) {
    var place = Span.none(folder.ledger().toString());
    var objections = new ArrayList<>(end.state().objections(step.body(), place));
    VouchedHead.finding(step.body(), end.tail().entries(), tree(end), place)
        .ifPresent(objections::add);
    return objections.isEmpty() ? Checked.of(step) : Checked.failed(objections);
  }

  private static MerkleTree tree(LedgerEnd end) {
    return MerkleTree.of(end.read().stream().map(LedgerEntry::line).toList());
  }

  private Checked<Appended> taken(LedgerEnd end, LedgerStep step) {
    var copies = new LockCopies(folder);
    var made = step.copy().filter(copy -> !copies.has(copy));
    for (var copy : step.copy().stream().toList()) {
      var written = copies.write(copy);
      if (!written.isSound()) {
        return Checked.failed(written.diagnostics());
      }
    }
    var after = appended(end, step.body());
    if (!after.isSound()) {
      made.ifPresent(copies::discard);
    }
    return after.map(WritingSession::last);
  }

  private Checked<LedgerEnd> appended(LedgerEnd end, EntryBody body) {
    var time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var tail = end.tail();
    var entry = new LedgerEntry(tail.entries(), tail.last(), time, actor, body);
    var line = entry.line();
    return readable(entry, line, tail)
        .then(
            fit -> {
              var fault = new LineWriter(folder).append(tail, line);
              if (fault.isPresent()) {
                return Checked.failed(fault.get());
              }
              var next = end.after(entry, line);
              TailFile.write(folder.tailFile(), next.tail());
              return Checked.of(next, backwards(end.lastTime(), time).stream().toList());
            });
  }

  /** Nothing is ever written that could not be read again. */
  private Checked<LedgerEntry> readable(LedgerEntry entry, byte[] line, LedgerTail tail) {
    var place = Span.none(folder.ledger() + ":" + (entry.seq() + 1));
    return tail.bytes() + line.length + 1 > LedgerReader.LARGEST
        ? Checked.failed(Diagnostic.at(place, Rule.TOO_LARGE, "the ledger is full"))
        : LedgerEntry.read(line, place)
            .then(
                read ->
                    read.text().equals(entry.text())
                        ? Checked.of(read)
                        : Checked.failed(
                            Diagnostic.at(
                                place,
                                Rule.LEDGER_DAMAGED,
                                "the entry has text that cannot be written as UTF-8")));
  }

  private Optional<Diagnostic> backwards(Optional<Instant> last, Instant time) {
    return last.filter(time::isBefore)
        .map(
            before ->
                Diagnostic.at(
                        Span.none(folder.ledger().toString()),
                        Rule.LEDGER_TIME_BACKWARDS,
                        "this computer's clock says " + time + ", the last entry says " + before)
                    .note("one of the two is wrong, and the ledger will show it for ever")
                    .help("set the clock, and get a timestamp from somebody outside"));
  }

  private static Appended last(LedgerEnd end) {
    return new Appended(end.read().get(end.read().size() - 1), end.tail().frontier().head());
  }

  private Checked<LedgerEnd> exists() {
    return failed(Rule.FILE_EXISTS, "`" + folder.ledger() + "` exists already");
  }

  private Checked<LedgerEnd> missing() {
    return failed(Rule.FILE_MISSING, "there is no ledger in `" + folder.root() + "`");
  }

  private Checked<LedgerEnd> failed(Rule rule, String message) {
    return Checked.failed(Diagnostic.at(Span.none(folder.ledger().toString()), rule, message));
  }
}
