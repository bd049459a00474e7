package org.planlock.lock.seal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.planlock.lock.Salt;
import org.planlock.lock.merkle.MerkleTree;
import org.planlock.lock.merkle.TreeHead;

/**
 * The sealed values participant by participant, and a tree of commitments to them, so that in an
 * emergency one row can be opened and checked while the others stay shut.
 */
final class SealedRows {
  private static final String SALT = "planlock-row-salt/1";

  private final List<SealedRow> rows;
  private final MerkleTree tree;

  private SealedRows(List<SealedRow> rows) {
    this.rows = rows;
    this.tree = MerkleTree.of(rows.stream().map(SealedRow::leaf).toList());
  }

  static SealedRows of(ClearTable table, ColumnPlaces places, CustodianKey key) {
    var names = table.columnNames();
    return new SealedRows(
        IntStream.range(0, table.rows().size())
            .mapToObj(
                row ->
                    new SealedRow(
                        table.rows().get(row).get(places.ids()).strip(),
                        values(names, table.rows().get(row), places),
                        Salt.of(key.derived(SALT, Integer.toString(row)))))
            .toList());
  }

  TreeHead head() {
    return tree.head();
  }

  OptionalInt find(String participant) {
    return IntStream.range(0, rows.size())
        .filter(row -> rows.get(row).participant().equals(participant))
        .findFirst();
  }

  RowDisclosure disclosure(int row) {
    return new RowDisclosure(rows.get(row), tree.inclusion(row));
  }

  private static Map<String, String> values(
      List<String> names, List<String> row, ColumnPlaces places) {
    var values = new LinkedHashMap<String, String>();
    places.sealed().forEach(at -> values.put(names.get(at), row.get(at)));
    return values;
  }
}
