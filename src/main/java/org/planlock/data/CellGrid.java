package org.planlock.data;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.planlock.source.Span;

/** Where the cells of a column lie, by participant and perhaps session. */
final class CellGrid {
  private final ColumnId id;
  private final boolean perSession;
  private final TableJoin.Roster roster;
  private final int[] rows;
  private final IntFunction<Span> places;

  /**
   * A grid that owns its rows.
   *
   * @param rows row of the table, or -1: participants times sessions, participant by participant
   * @param places the place of the column's cell in a row of the table
   */
  CellGrid(
      ColumnId id,
      boolean perSession,
      TableJoin.Roster roster,
      int[] rows,
      IntFunction<Span> places) {
    this.id = id;
    this.perSession = perSession;
    this.roster = roster;
    this.rows = rows;
    this.places = places;
  }

  ColumnId id() {
    return id;
  }

  boolean perSession() {
    return perSession;
  }

  /** The row, or -1 where the table has none. */
  int row(String participant, @Nullable String session) {
    int position = index(roster.participants(), participant, "participant");
    return rows[position * width() + offset(session)];
  }

  /** One row for each participant. */
  int[] rows(@Nullable String session) {
    int offset = offset(session);
    var chosen = new int[roster.participants().size()];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = rows[i * width() + offset];
    }
    return chosen;
  }

  Optional<Span> place(String participant, @Nullable String session) {
    int row = row(participant, session);
    return row < 0 ? Optional.empty() : Optional.of(places.apply(row));
  }

  private int width() {
    return perSession ? roster.sessions().size() : 1;
  }

  private int offset(@Nullable String session) {
    if (perSession != (session != null)) {
      throw new IllegalArgumentException(
          id + (perSession ? " needs a session" : " has no sessions, so not " + session));
    }
    return session == null ? 0 : index(roster.sessions(), session, "session");
  }

  private static int index(Map<String, Integer> names, String name, String kind) {
    var index = names.get(name);
    if (index == null) {
      throw new IllegalArgumentException("no such " + kind + ": " + name);
    }
    return index;
  }
}
