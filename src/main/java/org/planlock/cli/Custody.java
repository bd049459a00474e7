package org.planlock.cli;

import org.planlock.diagnostic.Checked;
import org.planlock.lock.seal.CustodianKey;
import org.planlock.lock.seal.CustodianKeyFile;
import org.planlock.lock.seal.OpenedTable;
import org.planlock.lock.seal.SealedTable;
import org.planlock.lock.seal.SealedTableFile;
import picocli.CommandLine.Option;

/** A sealed table and its key, in the hands of the custodian. */
final class Custody {
  @Option(
      names = "--sealed",
      required = true,
      paramLabel = "FILE",
      description = "the sealed table, made by `plan seal`")
  private String sealed = "";

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "the key that it was sealed with")
  private String key = "";

  /** The table, its key, and what the two give; closed when nobody needs the key any more. */
  record Open(SealedTable sealed, CustodianKey key, OpenedTable opened) implements AutoCloseable {
    @Override
    public void close() {
      key.close();
    }
  }

  String sealed() {
    return sealed;
  }

  String key() {
    return key;
  }

  Checked<Open> open(Surroundings surroundings) {
    var file = surroundings.file(sealed);
    return SealedTableFile.read(file)
        .then(
            table ->
                CustodianKeyFile.read(surroundings.file(key), key)
                    .then(
                        with ->
                            table.open(with, sealed).map(opened -> new Open(table, with, opened))));
  }
}
