package org.planlock.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.planlock.source.Span;

/** A table as it was written: a header and rows of text, each with its line in the file. */
public final class TextTable {
  private final String name;
  private final List<String> header;
  private final CellStore store;
  private final TablePlaces places;
  private final Map<String, Integer> columns = new HashMap<>();

  TextTable(String name, List<String> header, CellStore store, TablePlaces places) {
    this.name = name;
    this.header = List.copyOf(header);
    this.store = store;
    this.places = places;
    for (int i = 0; i < header.size(); i++) {
      columns.put(header.get(i), i);
    }
  }

  /** The name under which messages quote the file. */
  public String name() {
    return name;
  }

  /** The column names in file order, without spaces around them. */
  public List<String> header() {
    return header;
  }

  /** The number of rows below the header. */
  public int rows() {
    return store.rows() - 1;
  }

  /** The position of a column, counted from 0. */
  public OptionalInt column(String columnName) {
    var index = columns.get(columnName);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** The text of a cell; rows and columns count from 0. */
  public String cell(int row, int column) {
    return store.cell(row + 1, column);
  }

  /** The line of a row in the file, as a spreadsheet numbers it: the header is line 1. */
  public int line(int row) {
    return store.line(row + 1);
  }

  /** The place of a cell. */
  public Span place(int row, int column) {
    return places.cell(line(row), column);
  }

  /** The place of a whole row. */
  public Span place(int row) {
    return places.line(line(row));
  }

  /** The place of the header. */
  public Span headerPlace() {
    return places.line(store.line(0));
  }

  /** The place of a column's name. */
  public Span headerPlace(int column) {
    return places.cell(store.line(0), column);
  }
}
