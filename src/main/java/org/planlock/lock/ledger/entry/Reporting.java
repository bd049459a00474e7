package org.planlock.lock.ledger.entry;

import org.planlock.lock.Json;

/**
 * {@code report}: a report of an execution was written.
 *
 * @param start {@code seq} of the {@code execute-start} that it reports
 * @param file the report
 */
public record Reporting(long start, RecordedFile file) implements EntryBody {
  static Reporting read(BodyFields body) {
    return new Reporting(body.whole("start"), body.file("file"));
  }

  @Override
  public EntryType type() {
    return EntryType.REPORT;
  }

  @Override
  public Json.Fields json() {
    return new BodyJson().with("start", start).with("file", file.json()).fields();
  }
}
