package org.planlock.data;

import java.util.List;
import java.util.Optional;

/**
 * What became of the rows when tables were joined.
 *
 * @param unused rows of tables that no column of the dataset shows, each with its one reason
 * @param absent participants, or participants at a session, for which a table has no row: their
 *     values are missing
 */
public record JoinReport(List<UnusedRow> unused, List<AbsentRow> absent) {
  public JoinReport {
    unused = List.copyOf(unused);
    absent = List.copyOf(absent);
  }

  /**
   * A row that is not used.
   *
   * @param line in the file, the header being line 1
   */
  public record UnusedRow(String table, int line, String participant, String reason) {}

  /** A row that a table does not have. */
  public record AbsentRow(String table, String participant, Optional<String> session) {}
}
