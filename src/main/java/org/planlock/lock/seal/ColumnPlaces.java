package org.planlock.lock.seal;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where the columns of a sealing stand in a table, from 0.
 *
 * @param sealed in the order of the table
 * @param open all that are not sealed, in the order of the table
 */
record ColumnPlaces(int ids, List<Integer> sealed, List<Integer> open) {
  ColumnPlaces {
    sealed = List.copyOf(sealed);
    open = List.copyOf(open);
  }

  static ColumnPlaces of(List<String> names, SealedColumns columns) {
    return new ColumnPlaces(
        names.indexOf(columns.ids()), where(names, columns, true), where(names, columns, false));
  }

  private static List<Integer> where(List<String> names, SealedColumns columns, boolean sealed) {
    var chosen = Set.copyOf(columns.sealed());
    return IntStream.range(0, names.size())
        .filter(i -> chosen.contains(names.get(i)) == sealed)
        .boxed()
        .toList();
  }
}
