package org.planlock.data;

import java.util.Arrays;

/**
 * The cells of a table in one text, so that millions of them stay small.
 *
 * <p>Rows may differ in length; lines count from 1.
 */
final class CellStore {
  private final StringBuilder pool;
  private int[] cellEnds = new int[256];
  private int cells;
  private int[] rowEnds = new int[64];
  private int[] rowLines = new int[64];
  private int rows;

  CellStore(int characters) {
    this.pool = new StringBuilder(characters);
  }

  void addCell(char[] buffer, int offset, int length) {
    pool.append(buffer, offset, length);
    if (cells == cellEnds.length) {
      cellEnds = Arrays.copyOf(cellEnds, cells + (cells >> 1));
    }
    cellEnds[cells++] = pool.length();
  }

  void endRow(int line) {
    if (rows == rowEnds.length) {
      rowEnds = Arrays.copyOf(rowEnds, rows + (rows >> 1));
      rowLines = Arrays.copyOf(rowLines, rowEnds.length);
    }
    rowLines[rows] = line;
    rowEnds[rows++] = cells;
  }

  int rows() {
    return rows;
  }

  int line(int row) {
    return rowLines[row];
  }

  int length(int row) {
    return rowEnds[row] - first(row);
  }

  String cell(int row, int column) {
    int index = first(row) + column;
    return pool.substring(index == 0 ? 0 : cellEnds[index - 1], cellEnds[index]);
  }

  private int first(int row) {
    return row == 0 ? 0 : rowEnds[row - 1];
  }
}
