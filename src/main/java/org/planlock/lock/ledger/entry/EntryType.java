package org.planlock.lock.ledger.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Json;
import org.planlock.source.Span;

/** The types of entries that version 1 of the ledger has. */
public enum EntryType {
  INIT("init", Beginning::read),
  LOCK("lock", Locking::read),
  SUPERSEDE("supersede", Amendment::read),
  TIMESTAMP("timestamp", Timestamping::read),
  SEAL("seal", Sealing::read),
  RELEASE("release", Release::read),
  UNBLIND("unblind", Unblinding::read),
  EXECUTE_START("execute-start", ExecutionStart::read),
  EXECUTE_END("execute-end", ExecutionEnd::read),
  REPORT("report", Reporting::read),
  DEVIATION("deviation", DeclaredDeviation::read),
  RECOVER("recover", Recovery::read),
  CHECKPOINT("checkpoint", Publication::read);

  private final String word;
  private final Function<BodyFields, EntryBody> reader;

  EntryType(String word, Function<BodyFields, EntryBody> reader) {
    this.word = word;
    this.reader = reader;
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
    var read = reader.apply(fields);
    var faults = fields.faults();
    return faults.isEmpty()
        ? Checked.of(read)
        : Checked.failed(
            faults.stream()
                .map(fault -> Diagnostic.at(place, Rule.LEDGER_DAMAGED, fault))
                .toList());
  }
}
