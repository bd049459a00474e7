package org.planlock.lock.seal;

import java.util.HexFormat;
import org.planlock.lock.Sha256;

/** What everybody may know of the digest of a sealed table: what only the key makes of it. */
final class TableCommitment {
  private static final String PURPOSE = "planlock-table-commitment/1";

  private TableCommitment() {}

  static Sha256 of(CustodianKey key, byte[] table) {
    var hidden = key.derived(PURPOSE, Sha256.of(table).hex());
    return new Sha256(HexFormat.of().formatHex(hidden));
  }
}
