package org.planlock.lock.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.entry.EntryBody;
import org.planlock.lock.ledger.entry.LedgerEntry;

/** Ledgers made line by line, right or wrong. */
final class Ledgers {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final String NAME = "ledger.jsonl";

  private Ledgers() {}

  /** The lines of a sound chain over some bodies, a minute apart. */
  static List<String> lines(List<? extends EntryBody> bodies) {
    return lines(List.of(), bodies);
  }

  /** More lines behind others. */
  static List<String> lines(List<String> before, List<? extends EntryBody> bodies) {
    var lines = new ArrayList<>(before);
    for (var body : bodies) {
      int seq = lines.size();
      var prev = seq == 0 ? LedgerEntry.NOTHING_BEFORE : Sha256.of(bytes(lines.get(seq - 1)));
      lines.add(line(new LedgerEntry(seq, prev, NOON.plusSeconds(60L * seq), "Ada", body)));
    }
    return lines;
  }

  static String line(LedgerEntry entry) {
    return new String(entry.line(), StandardCharsets.UTF_8);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The bytes of a file with these lines. */
  static byte[] file(List<String> lines) {
    var out = new ByteArrayOutputStream();
    lines.forEach(line -> out.writeBytes(bytes(line + "\n")));
    return out.toByteArray();
  }

  static Checked<Ledger> read(List<String> lines) {
    return LedgerReader.parse(file(lines), NAME);
  }

  static Checked<Ledger> read(byte[] file) {
    return LedgerReader.parse(file, NAME);
  }

  static List<Rule> rules(Checked<?> read) {
    return read.diagnostics().stream().map(Diagnostic::rule).toList();
  }

  /** {@code place rule} of each finding. */
  static List<String> findings(Checked<?> read) {
    return read.diagnostics().stream()
        .map(d -> d.span().place().replace(NAME + ":", "") + " " + d.rule())
        .toList();
  }
}
