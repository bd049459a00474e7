package org.planlock.data;

import java.util.Arrays;
import java.util.Optional;
import org.planlock.source.Span;

/**
 * A column of numbers by participant, and by session where its table has sessions.
 *
 * <p>NaN means missing, and nothing else: a declared missing code, or no row. Tables themselves can
 * hold no NaN. Asking a column with sessions without one, or the reverse, and asking for a
 * participant or session that the dataset lacks, is a programming error.
 */
public final class NumberColumn {
  private final CellGrid grid;
  private final double[] byRow;

  NumberColumn(CellGrid grid, double[] byRow) {
    this.grid = grid;
    this.byRow = byRow;
  }

  /** Which column it is. */
  public ColumnId id() {
    return grid.id();
  }

  /** Whether its values differ by session. */
  public boolean perSession() {
    return grid.perSession();
  }

  /** The value of a participant; NaN where missing. */
  public double at(String participant) {
    return value(grid.row(participant, null));
  }

  /** The value of a participant at a session; NaN where missing. */
  public double at(String participant, String session) {
    return value(grid.row(participant, session));
  }

  /** One value for each participant of the dataset, in its order; NaN where missing. */
  public double[] values() {
    return Arrays.stream(grid.rows(null)).mapToDouble(this::value).toArray();
  }

  /** One value for each participant at a session, in the dataset's order; NaN where missing. */
  public double[] values(String session) {
    return Arrays.stream(grid.rows(session)).mapToDouble(this::value).toArray();
  }

  /** Where the value stands; empty if the table has no such row. */
  public Optional<Span> place(String participant) {
    return grid.place(participant, null);
  }

  /** Where the value of a session stands; empty if the table has no such row. */
  public Optional<Span> place(String participant, String session) {
    return grid.place(participant, session);
  }

  private double value(int row) {
    return row < 0 ? Double.NaN : byRow[row];
  }
}
