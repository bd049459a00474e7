package org.planlock.lock.seal;

import java.security.SecureRandom;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Base64Text;
import org.planlock.lock.Sha256;
import org.planlock.source.Span;

/** The custodian's part: seals columns of a table. */
public final class TableSealer {
  /** The most bytes of a table that can be sealed: 16 MiB. */
  public static final int MOST_BYTES = ClearTable.MOST_BYTES;

  private final SealedColumns columns;
  private final Optional<CellSeparator> separator;
  private final SecureRandom random;

  TableSealer(SealedColumns columns, Optional<CellSeparator> separator, SecureRandom random) {
    this.columns = columns;
    this.separator = separator;
    this.random = random;
  }

  /** Seals these columns; the name of the file tells the separator. */
  public static TableSealer of(SealedColumns columns) {
    return new TableSealer(columns, Optional.empty(), new SecureRandom());
  }

  /** The same for tables with this separator, whatever they are called. */
  public TableSealer separatedBy(CellSeparator other) {
    return new TableSealer(columns, Optional.of(other), random);
  }

  /**
   * The table with its columns sealed, or everything that speaks against it.
   *
   * @param fileName of the table, without a folder; everybody will see it
   * @param key made for this table alone
   */
  public Checked<SealedTable> seal(byte[] table, String fileName, CustodianKey key) {
    if (!SealedHeader.isFileName(fileName)) {
      return failed(fileName, Rule.SEALING_REFUSED, "this is not the plain name of a file");
    }
    return separator
        .or(() -> CellSeparator.ofFileName(fileName))
        .map(between -> ClearTable.parse(table, fileName, between))
        .orElseGet(
            () ->
                failed(
                    fileName,
                    Rule.WRONG_SEPARATOR,
                    "the separator of `" + fileName + "` is not known"))
        .then(clear -> columns.in(clear).map(places -> sealed(table, clear, places, key)));
  }

  private SealedTable sealed(
      byte[] bytes, ClearTable table, ColumnPlaces places, CustodianKey key) {
    var nonce = new byte[AesGcm.NONCE_BYTES];
    random.nextBytes(nonce);
    var readable = TableText.bytes(table.columns(places.open()));
    var names = table.columnNames();
    var header =
        new SealedHeader(
            table.name(),
            table.separator(),
            new SealedColumns(columns.ids(), places.sealed().stream().map(names::get).toList()),
            key.commitment(),
            Base64Text.of(nonce),
            TableCommitment.of(key, bytes),
            SealedRows.of(table, places, key).head(),
            Sha256.of(readable));
    return new SealedTable(
        header,
        AesGcm.encrypted(key, nonce, header.bytes(), Padding.padded(bytes)),
        readable,
        table.rows().stream().map(row -> row.get(places.ids()).strip()).toList());
  }

  private static <T> Checked<T> failed(String name, Rule rule, String message) {
    return Checked.failed(Diagnostic.at(Span.none(name), rule, message));
  }
}
