package org.planlock.editor;

import java.util.List;

/**
 * A column of a table that lies beside the plan.
 *
 * @param table the table as the plan calls it
 * @param description what the table's JSON dictionary says of it
 * @param levels the words that can stand in it, by the dictionary
 */
record BesideColumn(
    String table, String name, String description, String units, List<String> levels) {
  BesideColumn {
    levels = List.copyOf(levels);
  }
}
