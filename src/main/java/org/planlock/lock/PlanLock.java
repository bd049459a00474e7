package org.planlock.lock;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The record that a plan existed in this form at this time.
 *
 * @param statement what is locked
 * @param signatures who vouches for it; nothing is said of whether they hold
 * @param time stamps of others' clocks over the statement, as `lock.time` reads them; they may be
 *     added later, since nothing that is locked depends on them
 */
public record PlanLock(
    Statement statement, List<EnvelopeSignature> signatures, List<Json.Fields> time) {
  /** More time stamps than any lock gets. */
  public static final int MOST_STAMPS = 20;

  public PlanLock {
    signatures = List.copyOf(signatures);
    time = List.copyOf(time);
  }

  /** A lock that nobody has signed or stamped. */
  public PlanLock(Statement statement) {
    this(statement, List.of(), List.of());
  }

  /** The same with one more signature over {@link Statement#bytes}. */
  public PlanLock signed(EnvelopeSignature signature) {
    return new PlanLock(statement, append(signatures, signature), time);
  }

  /** The same with one more time stamp over {@link #sha256}. */
  public PlanLock stamped(Json.Fields stamp) {
    return new PlanLock(statement, signatures, append(time, stamp));
  }

  /** The digest of the plan that was locked. */
  public PlanDigest planDigest() {
    return statement.planDigest();
  }

  /** When it was locked, by the locking machine's own clock. */
  public Instant claimedTime() {
    return statement.provenance().claimedTime();
  }

  /** The digest of the statement, which names this lock. */
  public Sha256 sha256() {
    return statement.sha256();
  }

  private static <T> List<T> append(List<T> list, T item) {
    return Stream.concat(list.stream(), Stream.of(item)).toList();
  }
}
