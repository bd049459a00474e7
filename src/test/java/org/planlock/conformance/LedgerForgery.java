package org.planlock.conformance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.Bodies;
import org.planlock.lock.ledger.entry.Beginning;
import org.planlock.lock.ledger.entry.EntryBody;
import org.planlock.lock.ledger.entry.ExecutionEnd;
import org.planlock.lock.ledger.entry.LedgerEntry;
import org.planlock.lock.ledger.entry.LockedPlan;
import org.planlock.lock.ledger.entry.Locking;
import org.planlock.lock.ledger.entry.Timing;
import org.planlock.lock.merkle.MerkleTree;

/** Appends entries that an honest program refuses to write, each with the digest of the last. */
final class LedgerForgery {
  private final CaseStudy study;
  private final List<String> lines;

  private LedgerForgery(CaseStudy study) {
    this.study = study;
    this.lines = new ArrayList<>(study.ledger());
  }

  static LedgerForgery of(CaseStudy study) {
    return new LedgerForgery(study);
  }

  LedgerForgery lockedAgain(String planId) {
    return add(
        new Locking(
            new LockedPlan(
                Bodies.digest("a second lock"),
                Bodies.digest("its copy"),
                planId,
                Optional.empty())));
  }

  LedgerForgery endedWithoutBeginning() {
    return add(Bodies.end(1, ExecutionEnd.Outcome.COMPLETED));
  }

  LedgerForgery begunAgain() {
    return add(new Beginning("another.example/study"));
  }

  LedgerForgery blindAfterExecution() {
    return add(Bodies.start(lock()))
        .add(Bodies.amendment(lock(), Bodies.SECOND, Timing.DATA_EXIST_BLIND));
  }

  LedgerForgery releasedTwice() {
    var head = MerkleTree.of(lines.stream().map(LedgerForgery::bytes).toList()).head();
    return add(Bodies.release(lock(), head)).add(Bodies.release(Bodies.SECOND, head));
  }

  void write() {
    study.ledger(lines);
  }

  private Sha256 lock() {
    return study.lock().sha256();
  }

  private LedgerForgery add(EntryBody body) {
    var last = Sha256.of(bytes(lines.get(lines.size() - 1)));
    var time = Instant.parse("2026-11-23T09:00:00Z");
    var entry = new LedgerEntry(lines.size(), last, time, "eve", body);
    lines.add(new String(entry.line(), StandardCharsets.UTF_8));
    return this;
  }

  private static byte[] bytes(String line) {
    return line.getBytes(StandardCharsets.UTF_8);
  }
}
