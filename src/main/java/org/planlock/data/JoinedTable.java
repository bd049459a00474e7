package org.planlock.data;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Checked;

/** A table with the row of each participant and session. */
final class JoinedTable {
  private static final String NO_LEVEL = "";

  private final KeyedTable keyed;
  private final TableJoin.Roster roster;
  private final Map<String, int[]> rows = new HashMap<>();

  JoinedTable(KeyedTable keyed, TableJoin.Roster roster) {
    this.keyed = keyed;
    this.roster = roster;
    keyed.rows().forEach(this::place);
  }

  String name() {
    return keyed.name();
  }

  boolean hasSessions() {
    return keyed.hasSessions();
  }

  boolean offers(String column) {
    return keyed.sound().offered().containsKey(column);
  }

  boolean declares(String column) {
    var offered = keyed.sound().offered().get(column);
    return offered != null && offered.declared();
  }

  Stream<ColumnId> columns() {
    return keyed.sound().offered().keySet().stream().map(column -> new ColumnId(name(), column));
  }

  Optional<ColumnRule> rule(String column) {
    return declares(column) ? Optional.of(offered(column).rule()) : Optional.empty();
  }

  Checked<NumberColumn> numbers(String column) {
    return keyed.sound().numbers(offered(column)).map(v -> new NumberColumn(grid(column), v));
  }

  Checked<TextColumn> texts(String column) {
    var rule = offered(column).rule();
    return keyed
        .sound()
        .texts(offered(column))
        .map(v -> new TextColumn(grid(column), v, rule.levels()));
  }

  /** Whether the table has any row of a participant at a session's position. */
  boolean hasRow(int participant, int session) {
    return rows.values().stream().anyMatch(r -> r[participant * width() + session] >= 0);
  }

  private void place(KeyedTable.RowKey key, int row) {
    var participant = roster.participants().get(key.participant());
    var session = key.session() == null ? Integer.valueOf(0) : roster.sessions().get(key.session());
    if (participant != null && session != null) {
      var level = key.level() == null ? NO_LEVEL : key.level();
      rows.computeIfAbsent(level, l -> empty())[participant * width() + session] = row;
    }
  }

  private CellGrid grid(String column) {
    var offered = offered(column);
    var level = offered.level() == null ? NO_LEVEL : offered.level();
    var found = rows.getOrDefault(level, empty());
    var table = keyed.sound().table();
    return new CellGrid(
        new ColumnId(name(), column),
        keyed.hasSessions(),
        roster,
        found,
        row -> table.place(row, offered.position()));
  }

  private SoundTable.Offered offered(String column) {
    return java.util.Objects.requireNonNull(keyed.sound().offered().get(column), column);
  }

  private int[] empty() {
    var none = new int[roster.participants().size() * width()];
    java.util.Arrays.fill(none, -1);
    return none;
  }

  private int width() {
    return keyed.hasSessions() ? roster.sessions().size() : 1;
  }
}
