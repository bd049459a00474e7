package org.planlock.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.planlock.source.Span;

/**
 * A column of text by participant, and by session where its table has sessions.
 *
 * <p>An empty Optional means missing: a declared missing code, or no row. Asking a column with
 * sessions without one, or the reverse, and asking for a participant or session that the dataset
 * lacks, is a programming error.
 */
public final class TextColumn {
  private final CellGrid grid;
  private final @Nullable String[] byRow;
  private final List<String> levels;

  TextColumn(CellGrid grid, @Nullable String[] byRow, List<String> levels) {
    this.grid = grid;
    this.byRow = byRow;
    this.levels = List.copyOf(levels);
  }

  /** Which column it is. */
  public ColumnId id() {
    return grid.id();
  }

  /** Whether its values differ by session. */
  public boolean perSession() {
    return grid.perSession();
  }

  /** The declared levels in the plan's order; empty if none are declared. */
  public List<String> levels() {
    return levels;
  }

  /** The text of a participant. */
  public Optional<String> at(String participant) {
    return value(grid.row(participant, null));
  }

  /** The text of a participant at a session. */
  public Optional<String> at(String participant, String session) {
    return value(grid.row(participant, session));
  }

  /** One text for each participant of the dataset, in its order. */
  public List<Optional<String>> values() {
    return Arrays.stream(grid.rows(null)).mapToObj(this::value).toList();
  }

  /** One text for each participant at a session, in the dataset's order. */
  public List<Optional<String>> values(String session) {
    return Arrays.stream(grid.rows(session)).mapToObj(this::value).toList();
  }

  /** Where the text stands; empty if the table has no such row. */
  public Optional<Span> place(String participant) {
    return grid.place(participant, null);
  }

  /** Where the text of a session stands; empty if the table has no such row. */
  public Optional<Span> place(String participant, String session) {
    return grid.place(participant, session);
  }

  private Optional<String> value(int row) {
    return row < 0 ? Optional.empty() : Optional.ofNullable(byRow[row]);
  }
}
