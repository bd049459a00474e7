package org.planlock.lock.seal;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.Ledger;
import org.planlock.lock.ledger.LedgerReader;
import org.planlock.lock.ledger.entry.EntryBody;
import org.planlock.lock.ledger.entry.LedgerEntry;
import org.planlock.lock.ledger.entry.Release;
import org.planlock.lock.ledger.entry.Unblinding;
import org.planlock.lock.merkle.TreeHead;
import org.planlock.lock.signature.Keys;

/** Ledgers, and releases that fit them. */
final class Records {
  private Records() {}

  /** A ledger with these entries, whatever speaks against them. */
  static Ledger ledger(EntryBody... bodies) {
    var file = new ByteArrayOutputStream();
    var prev = LedgerEntry.NOTHING_BEFORE;
    for (int seq = 0; seq < bodies.length; seq++) {
      var line = new LedgerEntry(seq, prev, Trial.NOON, "Ada", bodies[seq]).line();
      file.writeBytes(line);
      file.write('\n');
      prev = Sha256.of(line);
    }
    return LedgerReader.parse(file.toByteArray(), "ledger.jsonl").value().orElseThrow();
  }

  /** Everything, released for a lock by somebody who saw a ledger. */
  static CustodianRelease release(Sha256 lock, TreeHead head) {
    var said = Trial.release().statement();
    return CustodianRelease.unsigned(
            new ReleaseStatement(
                lock, said.fileName(), said.sealed(), said.opens(), head, Trial.REASON, Trial.NOON))
        .signed(Keys.key(0));
  }

  static ReleaseReport checked(CustodianRelease release) {
    return ReleaseCheck.by(ReleaseCheckTest.PHARMACY)
        .check(release, Trial.LOCK, Trial.sealed(), "x.release");
  }

  /** An unblinding by a release, or by nobody. */
  static Unblinding unblinding(Sha256 lock, Optional<Release> by) {
    return new Unblinding(
        lock, by.map(Release::file), by.isPresent() ? Optional.empty() : Optional.of("known"));
  }
}
