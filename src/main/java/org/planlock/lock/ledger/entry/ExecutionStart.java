package org.planlock.lock.ledger.entry;

import java.util.List;
import org.planlock.lock.Json;
import org.planlock.lock.Sha256;

/**
 * {@code execute-start}: an execution is about to read the outcome. It is durable before that, so
 * that nobody can look and then say that there was no execution.
 *
 * @param lock the lock that is executed
 * @param data what it will read
 */
public record ExecutionStart(Sha256 lock, List<RecordedFile> data) implements EntryBody {
  public ExecutionStart {
    data = List.copyOf(data);
  }

  static ExecutionStart read(BodyFields body) {
    return new ExecutionStart(body.sha256("lock"), body.each("data", RecordedFile::read));
  }

  @Override
  public EntryType type() {
    return EntryType.EXECUTE_START;
  }

  @Override
  public Json.Fields json() {
    return new BodyJson().with("lock", lock).with("data", RecordedFile.json(data)).fields();
  }
}
