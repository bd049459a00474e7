package org.planlock.lock.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.entry.LedgerEntry;
import org.planlock.source.Span;

/**
 * Whether each line follows the one before it, and if not, what was done to the file: every break
 * is reported once, and the check goes on from what is there.
 */
final class ChainCheck {
  private final String name;
  private final List<Sha256> digests;
  private final int linesBefore;

  /** Where each line stands in the file, among those that are checked. */
  private final Map<Sha256, Integer> positions = new HashMap<>();

  /** The lines that an earlier one says that it follows. */
  private final Set<Sha256> followed = new HashSet<>();

  private int index;
  private Sha256 before;
  private long due;
  private boolean isBeforeDamaged;
  private Instant timeBefore = Instant.MIN;

  private ChainCheck(String name, List<byte[]> lines, LedgerTail tail) {
    this.name = name;
    this.digests = lines.stream().map(Sha256::of).toList();
    this.linesBefore = (int) tail.entries();
    this.before = tail.last();
    this.due = tail.entries();
    for (int i = digests.size() - 1; i >= 0; i--) {
      positions.put(digests.get(i), i);
    }
  }

  static ChainCheck fromTheBeginning(String name, List<byte[]> lines) {
    return new ChainCheck(name, lines, LedgerTail.ofNothing());
  }

  /** The check of lines behind others that are known to hold. */
  static ChainCheck after(LedgerTail tail, String name, List<byte[]> lines) {
    return new ChainCheck(name, lines, tail);
  }

  /**
   * What is wrong with the place of the next line.
   *
   * @param line the entry in it; none if it is damaged
   */
  List<Diagnostic> next(Optional<LedgerEntry> line) {
    var found = new ArrayList<Diagnostic>();
    line.ifPresent(entry -> check(entry, found));
    isBeforeDamaged = line.isEmpty();
    due = line.map(LedgerEntry::seq).orElse(due) + 1;
    before = digests.get(index);
    index++;
    return found;
  }

  private void check(LedgerEntry entry, List<Diagnostic> found) {
    if (entry.prev().equals(before)) {
      if (entry.seq() != due && !isBeforeDamaged) {
        found.add(wrongNumber(entry));
      }
    } else if (isRepeated() || !isBeforeDamaged) {
      found.add(broken(entry));
    }
    followed.add(entry.prev());
    if (entry.time().isBefore(timeBefore)) {
      found.add(backwards(entry));
    }
    timeBefore = entry.time();
  }

  private boolean isRepeated() {
    return positions.getOrDefault(digests.get(index), index) < index;
  }

  private Diagnostic broken(LedgerEntry entry) {
    if (isRepeated()) {
      int first = linesBefore + positions.getOrDefault(digests.get(index), 0) + 1;
      return at(Rule.LEDGER_LINE_REPEATED, "this line stands in line " + first + " already");
    }
    if (followed.contains(entry.prev())) {
      return at(
              Rule.LEDGER_FORKED,
              "the ledger is forked at seq " + entry.seq() + ": two entries follow the same one")
          .note("two copies of the folder were used, and their ledgers were put into one file")
          .help("keep both copies as they were; one file cannot hold two histories");
    }
    if (positions.containsKey(entry.prev())) {
      return at(Rule.LEDGER_OUT_OF_ORDER, "this line does not stand behind the one that it follows")
          .note("lines were put into another order")
          .help("restore the file from a copy");
    }
    return entry.seq() > due ? missing(entry) : changed();
  }

  private Diagnostic missing(LedgerEntry entry) {
    long lines = entry.seq() - due;
    var count = lines == 1 ? "1 line is" : lines + " lines are";
    return at(
            Rule.LEDGER_LINES_MISSING, count + " missing before this one (seq " + entry.seq() + ")")
        .help("restore the file from a copy");
  }

  private Diagnostic changed() {
    return at(
            Rule.LEDGER_CHANGED,
            index == 0 && linesBefore == 0
                ? "the first line says that it follows another"
                : "this line follows another one than the line before it")
        .note("the line before it was changed after this one was written, or this one was")
        .help("restore the file from a copy");
  }

  private Diagnostic wrongNumber(LedgerEntry entry) {
    return at(
        Rule.LEDGER_CHANGED, "this line has `seq` " + entry.seq() + " where " + due + " was due");
  }

  private Diagnostic backwards(LedgerEntry entry) {
    return at(
            Rule.LEDGER_TIME_BACKWARDS,
            "this entry says " + entry.time() + ", the one before it says " + timeBefore)
        .note("a clock was wrong, so no time in this ledger can be relied on without a timestamp")
        .note("the order of the entries is proven by their digests all the same");
  }

  private Diagnostic at(Rule rule, String message) {
    return Diagnostic.at(Span.none(name + ":" + (linesBefore + index + 1)), rule, message);
  }
}
