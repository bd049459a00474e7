package org.planlock.lock.ledger.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Json;
import org.planlock.lock.JsonMember;
import org.planlock.lock.JsonText;
import org.planlock.lock.JsonWriter;
import org.planlock.source.Span;

/** Reads one line, and believes nothing that would not be written back byte by byte. */
final class EntryLine {
  private final Span place;

  EntryLine(Span place) {
    this.place = place;
  }

  Checked<LedgerEntry> read(byte[] line) {
    return line.length > LedgerEntry.LONGEST
        ? damaged("this line is longer than " + (LedgerEntry.LONGEST >> 10) + " KiB")
        : JsonText.read(line, place.file().name(), Rule.LEDGER_DAMAGED)
            .then(json -> object(json, line));
  }

  private Checked<LedgerEntry> object(Json json, byte[] line) {
    var member = JsonMember.of(json);
    if (member.fields().isEmpty()) {
      return damaged("this line is no entry: an entry is a JSON object");
    }
    if (member.get("v").whole().filter(v -> v > LedgerEntry.VERSION).isPresent()) {
      return Checked.failed(
          Diagnostic.at(place, Rule.LEDGER_TOO_NEW, "this entry was made by a newer version")
              .help("read the ledger with a version that is not older than the one that wrote it"));
    }
    return entry(member.fields().get(), line);
  }

  private Checked<LedgerEntry> entry(Json.Fields object, byte[] line) {
    var fields = new BodyFields("entry", object);
    long version = fields.whole("v");
    var type = fields.text("type");
    var time = fields.instant("time");
    var seq = fields.whole("seq");
    var prev = fields.sha256("prev");
    var actor = fields.text("actor");
    var body = fields.object("body");
    var found = new ArrayList<>(findings(fields.faults()));
    if (found.isEmpty() && version != LedgerEntry.VERSION) {
      found.add(finding("there never was a ledger of version " + version));
    }
    var read = EntryType.ofWord(type).map(t -> t.read(body, place)).orElseGet(() -> unknown(type));
    if (!fields.lacks("type") && !fields.lacks("body")) {
      found.addAll(read.diagnostics());
    }
    if (!found.isEmpty()) {
      return Checked.failed(found);
    }
    var entry = new LedgerEntry(seq, prev, time, actor, read.orThrow());
    return Arrays.equals(entry.line(), line)
        ? Checked.of(entry)
        : damaged(
            Arrays.equals(JsonWriter.bytes(object), line)
                ? "this line is not as this program writes it"
                : "this line is not in canonical form (RFC 8785)");
  }

  private Checked<EntryBody> unknown(String type) {
    var finding = finding("there is no type of entry `" + type + "`");
    return Checked.failed(
        Nearest.to(type, EntryType.words())
            .map(near -> finding.note("`" + near + "` is the nearest"))
            .orElse(finding));
  }

  private Checked<LedgerEntry> damaged(String message) {
    return Checked.failed(finding(message));
  }

  private List<Diagnostic> findings(List<String> faults) {
    return faults.stream().map(this::finding).toList();
  }

  private Diagnostic finding(String message) {
    return Diagnostic.at(place, Rule.LEDGER_DAMAGED, message);
  }
}
