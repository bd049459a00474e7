package org.planlock.lock.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.planlock.diagnostic.Checked;

/**
 * A table in clear, split into cells that are all texts.
 *
 * @param name under which messages quote it
 * @param header the names of the columns as written, each once apart from spaces around it
 * @param rows cells below the header, as many in each row as there are columns
 */
record ClearTable(
    String name, CellSeparator separator, List<String> header, List<List<String>> rows) {
  /** The most bytes of a table that can be sealed: 16 MiB. */
  static final int MOST_BYTES = 16 << 20;

  ClearTable {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** The table in the bytes of a file, or everything that is wrong with its shape. */
  static Checked<ClearTable> parse(byte[] bytes, String name, CellSeparator separator) {
    return new ClearTableReader(name, separator).read(bytes);
  }

  /** The names of the columns without spaces around them. */
  List<String> columnNames() {
    return header.stream().map(String::strip).toList();
  }

  /** Some of its columns, in this order. */
  ClearTable columns(List<Integer> places) {
    return new ClearTable(
        name,
        separator,
        cells(header, places),
        rows.stream().map(row -> cells(row, places)).toList());
  }

  /** The same table with other cells in some columns, row by row. */
  ClearTable withColumns(List<Integer> places, List<List<String>> cells) {
    return new ClearTable(
        name,
        separator,
        header,
        IntStream.range(0, rows.size())
            .mapToObj(row -> replaced(rows.get(row), places, cells.get(row)))
            .toList());
  }

  static List<String> cells(List<String> row, List<Integer> places) {
    return places.stream().map(row::get).toList();
  }

  private static List<String> replaced(List<String> row, List<Integer> places, List<String> cells) {
    var changed = new ArrayList<>(row);
    for (int i = 0; i < places.size(); i++) {
      changed.set(places.get(i), cells.get(i));
    }
    return List.copyOf(changed);
  }
}
