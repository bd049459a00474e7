package org.planlock.lock.seal;

import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Sha256;
import org.planlock.source.Span;

/** A sealed table in clear, byte for byte as it was before; it exists in memory alone. */
public final class OpenedTable {
  private final byte[] bytes;
  private final ClearTable table;
  private final ColumnPlaces places;
  private final SealedRows rows;

  OpenedTable(byte[] bytes, ClearTable table, ColumnPlaces places, SealedRows rows) {
    this.bytes = bytes;
    this.table = table;
    this.places = places;
    this.rows = rows;
  }

  /** The bytes of the original table. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The digest of the original table. */
  public Sha256 sha256() {
    return Sha256.of(bytes);
  }

  /** What was sealed of one participant, with the proof of it, for an emergency. */
  public Checked<RowDisclosure> disclose(String participant) {
    var row = rows.find(participant.strip());
    return row.isPresent()
        ? Checked.of(rows.disclosure(row.getAsInt()))
        : Checked.failed(
            Diagnostic.at(
                    Span.none(table.name()),
                    Rule.PARTICIPANT_NOT_SEALED,
                    "there is no participant `" + participant + "`")
                .help("look up the name in the readable part of the sealed table"));
  }

  ClearTable table() {
    return table;
  }

  ColumnPlaces places() {
    return places;
  }

  /** The sealed cells, row by row. */
  List<List<String>> labels() {
    return table.rows().stream().map(row -> ClearTable.cells(row, places.sealed())).toList();
  }
}
