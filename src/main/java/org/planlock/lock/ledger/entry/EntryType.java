package org.planlock.lock.ledger.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Json;
import org.planlock.source.Span;

/** The types of entries that version 1 of the ledger has. */
public enum EntryType {
  INIT("init"),
  LOCK("lock"),
  SUPERSEDE("supersede"),
  TIMESTAMP("timestamp"),
  SEAL("seal"),
  RELEASE("release"),
  UNBLIND("unblind"),
  EXECUTE_START("execute-start"),
  EXECUTE_END("execute-end"),
  REPORT("report"),
  DEVIATION("deviation"),
  RECOVER("recover"),
  CHECKPOINT("checkpoint");

  private final String word;

  EntryType(String word) {
    this.word = word;
  }

  /** The value of {@code type}. */
  public String word() {
    return word;
  }

  /** The type of this name, if there is one. */
  public static Optional<EntryType> ofWord(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }

  /** All names. */
  public static List<String> words() {
    return Arrays.stream(values()).map(EntryType::word).toList();
  }

  /** The body of an entry of this type, or everything in it that cannot be so. */
  public Checked<EntryBody> read(Json.Fields body, Span place) {
    var fields = new BodyFields("body", body);
    var read = read(fields);
    var faults = fields.faults();
    return faults.isEmpty()
        ? Checked.of(read)
        : Checked.failed(
            faults.stream()
                .map(fault -> Diagnostic.at(place, Rule.LEDGER_DAMAGED, fault))
                .toList());
  }

  private EntryBody read(BodyFields body) {
    return switch (this) {
      case INIT -> Beginning.read(body);
      case LOCK -> Locking.read(body);
      case SUPERSEDE -> Amendment.read(body);
      case TIMESTAMP -> Timestamping.read(body);
      case SEAL -> Sealing.read(body);
      case RELEASE -> Release.read(body);
      case UNBLIND -> Unblinding.read(body);
      case EXECUTE_START -> ExecutionStart.read(body);
      case EXECUTE_END -> ExecutionEnd.read(body);
      case REPORT -> Reporting.read(body);
      case DEVIATION -> DeclaredDeviation.read(body);
      case RECOVER -> Recovery.read(body);
      case CHECKPOINT -> Publication.read(body);
    };
  }
}
