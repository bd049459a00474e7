package org.planlock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.planlock.Execution;
import org.planlock.ExecutionOrder;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.StudyLedger;
import org.planlock.lock.ledger.entry.ExecutionEnd;
import org.planlock.lock.ledger.entry.RecordedFile;

/**
 * What the study's ledger is told of an execution: that it begins, durably and before any table is
 * read, and how it ended. Where the lock has no ledger beside it nothing can be told.
 */
final class ExecutionRecord {
  private final StudyLedger ledger;
  private final OptionalLong start;

  private ExecutionRecord(StudyLedger ledger, OptionalLong start) {
    this.ledger = ledger;
    this.start = start;
  }

  /** Records the beginning; a ledger that cannot be written stops the execution. */
  static Checked<ExecutionRecord> begin(
      Surroundings surroundings, String lockName, ExecutionOrder order) {
    var ledger = LockRecording.ledger(surroundings, lockName);
    var lock = order.lock();
    if (lock.isEmpty() || !ledger.exists()) {
      return Checked.of(new ExecutionRecord(ledger, OptionalLong.empty()));
    }
    return ledger
        .begin(lock.get(), sealed(lock.get()))
        .map(seq -> new ExecutionRecord(ledger, OptionalLong.of(seq)));
  }

  /** Those of the tables to be read whose digests the lock has. */
  private static List<RecordedFile> sealed(PlanLock lock) {
    var files = new ArrayList<RecordedFile>();
    for (var table : lock.statement().tables()) {
      table
          .fingerprint()
          .ifPresent(
              print -> files.add(new RecordedFile(table.path(), print.sha256(), print.bytes())));
    }
    return files;
  }

  /** Records the end; what is wrong with that. */
  List<Diagnostic> end(Checked<Execution> execution, Path out) {
    if (start.isEmpty()) {
      return List.of();
    }
    return ledger.end(ending(execution, out)).diagnostics().stream()
        .filter(Diagnostic::isError)
        .toList();
  }

  private ExecutionEnd ending(Checked<Execution> execution, Path out) {
    if (!execution.isSound()) {
      return new ExecutionEnd(
          start.getAsLong(),
          ExecutionEnd.Outcome.FAILED,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    return new ExecutionEnd(
        start.getAsLong(),
        ExecutionEnd.Outcome.COMPLETED,
        digest(out.resolve("results.json")),
        digest(out.resolve("trace.jsonl")),
        Optional.of(execution.orThrow().judgement().verdict().name()));
  }

  private static Optional<Sha256> digest(Path file) {
    try {
      return Optional.of(Sha256.of(Files.readAllBytes(file)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
