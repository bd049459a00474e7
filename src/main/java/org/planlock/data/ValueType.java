package org.planlock.data;

/** What the cells of a column are read as. */
public enum ValueType {
  NUMBER,
  INTEGER,
  TEXT
}
