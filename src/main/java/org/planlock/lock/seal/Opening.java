package org.planlock.lock.seal;

import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Sha256;
import org.planlock.source.Span;

/** Opens a sealed table, and holds everything that its header says against what comes out. */
final class Opening {
  private final SealedTable sealed;
  private final CustodianKey key;
  private final String name;

  Opening(SealedTable sealed, CustodianKey key, String name) {
    this.sealed = sealed;
    this.key = key;
    this.name = name;
  }

  Checked<OpenedTable> open() {
    var header = sealed.header();
    if (!key.commitment().equals(header.keyCommit())) {
      return Checked.failed(
          problem(Rule.SEALED_WITH_OTHER_KEY, "was sealed with another key")
              .note("it was sealed with the key of " + header.keyCommit())
              .note("this is " + key)
              .help("find the key file that was made for this table"));
    }
    return AesGcm.decrypted(key, header.nonceBytes(), header.bytes(), sealed.ciphertext())
        .map(this::unpadded)
        .orElseGet(
            () ->
                Checked.failed(
                    problem(Rule.SEALED_CHANGED, "was changed after it was sealed")
                        .note(
                            "the key is the right one, but header and ciphertext do not belong"
                                + " together any more")
                        .help("get the file again from whoever sealed it")));
  }

  private Checked<OpenedTable> unpadded(byte[] padded) {
    return Padding.stripped(padded)
        .map(this::table)
        .orElseGet(() -> inconsistent("what it holds has no end"));
  }

  private Checked<OpenedTable> table(byte[] bytes) {
    var header = sealed.header();
    var table = ClearTable.parse(bytes, header.file(), header.separator());
    return table.then(
        clear -> header.columns().in(clear).then(places -> compared(bytes, clear, places)));
  }

  private Checked<OpenedTable> compared(byte[] bytes, ClearTable table, ColumnPlaces places) {
    var rows = SealedRows.of(table, places, key);
    return contradiction(bytes, table.columns(places.open()), rows)
        .map(this::inconsistent)
        .orElseGet(() -> Checked.of(new OpenedTable(bytes, table, places, rows)));
  }

  private Optional<String> contradiction(byte[] bytes, ClearTable open, SealedRows rows) {
    var header = sealed.header();
    if (!Sha256.of(TableText.bytes(open)).equals(header.readable())) {
      return Optional.of("its readable part is not that of the table inside");
    }
    if (!rows.head().equals(header.rows())) {
      return Optional.of(
          "its commitments to single participants are not those of the table inside");
    }
    return TableCommitment.of(key, bytes).equals(header.tableCommit())
        ? Optional.empty()
        : Optional.of("its commitment to the table is not that of the table inside");
  }

  private Checked<OpenedTable> inconsistent(String what) {
    return Checked.failed(
        problem(Rule.SEALED_INCONSISTENT, "contradicts itself: " + what)
            .note("whoever had the key sealed it so; this program would not"));
  }

  private Diagnostic problem(Rule rule, String predicate) {
    return Diagnostic.at(Span.none(name), rule, "`" + name + "` " + predicate);
  }
}
