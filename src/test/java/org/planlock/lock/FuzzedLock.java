package org.planlock.lock;

import static org.planlock.fuzz.Fuzzed.require;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.planlock.Planlock;
import org.planlock.fuzz.Fuzzed;
import org.planlock.lock.ledger.LedgerFolder;
import org.planlock.lock.proof.Anchors;
import org.planlock.lock.proof.Asked;

/** What must hold of any bytes that are read as a lock, as {@code plan verify} reads it. */
public final class FuzzedLock {
  /** When verifiers verify here. */
  public static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

  private static final String NAME = "fuzzed.lock";
  private static final Path FOLDER = Path.of("src/test/resources/conformance/lock_alone_ok");

  private FuzzedLock() {}

  /** Reads, writes again, verifies and proves. */
  public static void verify(byte[] bytes, Anchors anchors) {
    var read = Fuzzed.reported(LockFile.parse(bytes, NAME));
    if (read.isSound()) {
      isAsWritten(read.orThrow(), bytes);
    }
    var folders = StudyFolders.at(List.of(FOLDER));
    var found = Planlock.verify(read, Optional.empty(), folders, Demands.NONE);
    Fuzzed.reported(found.diagnostics());
    require(
        read.isSound() || found.standing() != Standing.HOLDS,
        "a lock with errors is said to be intact");
    read.value().ifPresent(lock -> prove(lock, found, anchors));
    read.value().ifPresent(lock -> Fuzzed.reported(Planlock.plan(lock, Optional.empty(), NAME)));
  }

  /** What is proven of the time and the signers of a lock that may be any lock. */
  public static Verification prove(PlanLock lock, Verification found, Anchors anchors) {
    var ledger = LedgerFolder.ofStudy(FOLDER.resolve("no-such-study"));
    var proof = Planlock.prove(found, lock, anchors, Asked.NOTHING, ledger, NAME);
    Fuzzed.reported(proof.diagnostics());
    return proof;
  }

  private static void isAsWritten(PlanLock lock, byte[] bytes) {
    require(
        OneLine.isAsWritten(LockFile.bytes(lock), bytes), "accepts bytes that it does not write");
    var digest = PlanDigest.of(lock.statement().plan());
    require(
        digest.isSound() && digest.orThrow().equals(lock.planDigest()),
        "accepts a lock of another plan than it names");
  }
}
