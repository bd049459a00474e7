package org.planlock.data;

/** A column of a dataset: the plan's word for the table, and the column's name or spread name. */
public record ColumnId(String table, String column) {
  @Override
  public String toString() {
    return table + "." + column;
  }
}
