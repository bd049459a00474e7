package org.planlock.lock.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.BoundedFile;
import org.planlock.lock.ledger.entry.LedgerEntry;
import org.planlock.lock.merkle.MerkleHash;
import org.planlock.source.Span;

/**
 * Reads a whole ledger and checks every line against the one before it.
 *
 * <p>What can be read is given even if there are errors, so that people can be shown it. A last
 * line without an end is a warning: whoever is killed while writing leaves one, and nothing before
 * it is lost by it.
 */
public final class LedgerReader {
  /** No ledger is larger, in bytes. */
  public static final int LARGEST = 64 << 20;

  private static final int MOST_FINDINGS = 100;

  private final String name;
  private final List<Diagnostic> found = new ArrayList<>();
  private int errors;

  private LedgerReader(String name) {
    this.name = name;
  }

  /** The ledger in a file; the file is only read. */
  public static Checked<Ledger> read(Path path) {
    var name = path.toString();
    return BoundedFile.read(path, name, LARGEST).then(bytes -> parse(bytes, name));
  }

  /** The ledger in the bytes of a file, under the name that messages show. */
  public static Checked<Ledger> parse(byte[] bytes, String name) {
    return new LedgerReader(name).read(LedgerText.of(bytes));
  }

  private Checked<Ledger> read(LedgerText text) {
    var chain = ChainCheck.fromTheBeginning(name, text.lines());
    var entries = new ArrayList<LedgerEntry>();
    for (int i = 0; i < text.lines().size() && errors < MOST_FINDINGS; i++) {
      var read = LedgerEntry.read(text.lines().get(i), place(i + 1));
      read.diagnostics().forEach(this::report);
      chain.next(read.value()).forEach(this::report);
      read.value().ifPresent(entries::add);
    }
    if (text.torn() > 0) {
      found.add(torn(text));
    }
    if (text.lines().isEmpty()) {
      found.add(
          Diagnostic.at(
              Span.none(name), Rule.LEDGER_DAMAGED, "`" + name + "` holds no whole entry"));
    }
    var leaves = text.lines().stream().map(MerkleHash::ofLeaf).toList();
    var ledger = new Ledger(name, entries, leaves);
    found.addAll(new LedgerContent(ledger).findings());
    return Checked.of(ledger, found);
  }

  /** Keeps the first findings; warnings never end the reading, however many there are. */
  private void report(Diagnostic finding) {
    errors += finding.isError() ? 1 : 0;
    if (finding.isError() || found.size() < MOST_FINDINGS) {
      found.add(finding);
    }
  }

  private Diagnostic torn(LedgerText text) {
    return Diagnostic.at(
            place(text.lines().size() + 1),
            Rule.LEDGER_TORN,
            "the last line has no end (" + text.torn() + " bytes)")
        .note("somebody is writing it, or was stopped while writing; no entry before it is touched")
        .help("the next entry that is written moves it aside, and says so");
  }

  private Span place(int line) {
    return Span.none(name + ":" + line);
  }
}
