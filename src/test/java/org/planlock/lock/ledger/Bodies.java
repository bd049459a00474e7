package org.planlock.lock.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.entry.Amendment;
import org.planlock.lock.ledger.entry.Beginning;
import org.planlock.lock.ledger.entry.DeclaredDeviation;
import org.planlock.lock.ledger.entry.EntryBody;
import org.planlock.lock.ledger.entry.ExecutionEnd;
import org.planlock.lock.ledger.entry.ExecutionStart;
import org.planlock.lock.ledger.entry.LockedPlan;
import org.planlock.lock.ledger.entry.Locking;
import org.planlock.lock.ledger.entry.Publication;
import org.planlock.lock.ledger.entry.RecordedFile;
import org.planlock.lock.ledger.entry.Recovery;
import org.planlock.lock.ledger.entry.Release;
import org.planlock.lock.ledger.entry.Reporting;
import org.planlock.lock.ledger.entry.Sealing;
import org.planlock.lock.ledger.entry.Timestamping;
import org.planlock.lock.ledger.entry.Timing;
import org.planlock.lock.ledger.entry.Unblinding;
import org.planlock.lock.merkle.TreeHead;

/** Bodies of entries for tests. */
public final class Bodies {
  public static final String STUDY = "lab.example/ketamine-ptsd";
  public static final Sha256 FIRST = digest("first lock");
  public static final Sha256 SECOND = digest("second lock");

  private Bodies() {}

  /** Some digest, the same for the same words. */
  public static Sha256 digest(String words) {
    return Sha256.of(words.getBytes(StandardCharsets.UTF_8));
  }

  public static Beginning beginning() {
    return new Beginning(STUDY);
  }

  public static LockedPlan locked(Sha256 lock) {
    return new LockedPlan(lock, digest("copy of " + lock), "ketamine", Optional.of(digest("plan")));
  }

  public static Locking lock(Sha256 lock) {
    return new Locking(locked(lock));
  }

  public static Amendment amendment(Sha256 parent, Sha256 lock, Timing timing) {
    return new Amendment(locked(lock), parent, "the scanner was replaced", timing);
  }

  public static RecordedFile file() {
    return new RecordedFile("data/participants.tsv", digest("table"), 4711);
  }

  public static Sealing sealing() {
    return new Sealing(Optional.of(FIRST), List.of(file()), Optional.of(digest("key")));
  }

  public static Release release(Sha256 lock, TreeHead head) {
    return new Release(lock, digest("allocation"), digest("release"), head, Optional.empty());
  }

  public static Unblinding unblinding(Sha256 lock) {
    return new Unblinding(lock, Optional.of(digest("release")), Optional.empty());
  }

  public static ExecutionStart start(Sha256 lock) {
    return new ExecutionStart(lock, List.of(file()));
  }

  public static ExecutionEnd end(long start, ExecutionEnd.Outcome outcome) {
    return new ExecutionEnd(
        start,
        outcome,
        Optional.of(digest("results")),
        Optional.of(digest("trace")),
        Optional.of("CONFORMS"));
  }

  public static Timestamping timestamp() {
    return new Timestamping("rfc3161", FIRST, digest("token"), Optional.of("tsa.example"));
  }

  public static Publication publication(TreeHead head) {
    return new Publication(head, digest("note"), Optional.of("a notary"));
  }

  /** One body of every type, in an order in which they can follow each other. */
  public static List<EntryBody> oneOfEach() {
    return List.of(
        beginning(),
        lock(FIRST),
        timestamp(),
        amendment(FIRST, SECOND, Timing.DATA_EXIST_BLIND),
        sealing(),
        release(SECOND, TreeHead.empty()),
        unblinding(SECOND),
        start(SECOND),
        end(7, ExecutionEnd.Outcome.COMPLETED),
        new Reporting(7, file()),
        new DeclaredDeviation(SECOND, "models.full.terms", "a typing error", Timing.AFTER_RESULTS),
        new Recovery(1200, 17, digest("torn")),
        publication(TreeHead.empty()));
  }
}
