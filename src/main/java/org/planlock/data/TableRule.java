package org.planlock.data;

import java.util.List;
import java.util.Optional;

/**
 * What a plan promises about a table.
 *
 * @param name the plan's word for the table
 * @param path the file, relative to the data folder
 * @param key the columns that name a row: participant, or participant and session, and the key
 *     column of the spreads wherever it stands; empty for a table that is not about participants
 * @param spreads empty for a table with one row per participant or per participant and session
 * @param dictionary a BIDS data dictionary (JSON), relative to the data folder
 */
public record TableRule(
    String name,
    String path,
    TableFormat format,
    List<String> key,
    List<ColumnRule> columns,
    List<SpreadRule> spreads,
    Optional<String> dictionary) {
  public TableRule {
    key = List.copyOf(key);
    columns = List.copyOf(columns);
    spreads = List.copyOf(spreads);
    int names = key.size() - (spreads.isEmpty() ? 0 : 1);
    if (key.size() > 3
        || names > 2 + (spreads.isEmpty() ? 1 : 0)
        || (names < 1 && !key.isEmpty())) {
      throw new IllegalArgumentException("not a key of participant, session, measure: " + key);
    }
    if (!spreads.isEmpty() && !key.contains(spreads.get(0).key())) {
      throw new IllegalArgumentException("a spread needs a key column: " + spreads);
    }
    if (spreads.stream().map(SpreadRule::key).distinct().count() > 1) {
      throw new IllegalArgumentException("all spreads of a table share a key: " + spreads);
    }
  }

  /** A table keyed by these columns, about which nothing else is promised. */
  public static TableRule of(String name, String path, TableFormat format, String... key) {
    return new TableRule(name, path, format, List.of(key), List.of(), List.of(), Optional.empty());
  }

  /** The same with rules for columns. */
  public TableRule withColumns(ColumnRule... rules) {
    return new TableRule(name, path, format, key, List.of(rules), spreads, dictionary);
  }

  /** The same, spread. */
  public TableRule withSpreads(SpreadRule... rules) {
    return new TableRule(name, path, format, key, columns, List.of(rules), dictionary);
  }

  /** The same with a data dictionary. */
  public TableRule withDictionary(String file) {
    return new TableRule(name, path, format, key, columns, spreads, Optional.of(file));
  }

  /** The key columns without that of the spreads: the participant, and perhaps the session. */
  List<String> ownKey() {
    return key.stream()
        .filter(column -> spreads.isEmpty() || !column.equals(spreads.get(0).key()))
        .limit(2)
        .toList();
  }

  /** The key column that tells rows of one participant and session apart. */
  Optional<String> levelKey() {
    if (!spreads.isEmpty()) {
      return Optional.of(spreads.get(0).key());
    }
    return key.size() == 3 ? Optional.of(key.get(2)) : Optional.empty();
  }

  Optional<ColumnRule> column(String columnName) {
    return columns.stream().filter(rule -> rule.name().equals(columnName)).findFirst();
  }
}
