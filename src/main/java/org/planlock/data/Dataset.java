package org.planlock.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** Tables joined by participant and session, in which columns are found by name. */
public final class Dataset {
  private final List<TableInput> inputs;
  private final List<String> participants;
  private final List<String> sessions;
  private final Map<String, JoinedTable> tables;
  private final JoinReport report;
  private final Acceptance acceptance;

  Dataset(
      List<TableInput> inputs,
      TableJoin.Roster roster,
      Map<String, JoinedTable> tables,
      JoinReport report,
      Acceptance acceptance) {
    this.inputs = List.copyOf(inputs);
    this.participants = List.copyOf(roster.participants().keySet());
    this.sessions = List.copyOf(roster.sessions().keySet());
    this.tables = tables;
    this.report = report;
    this.acceptance = acceptance;
  }

  /** All participants, in the order of the participants table. */
  public List<String> participants() {
    return participants;
  }

  /** The sessions as the plan declares them, or in the order in which tables name them. */
  public List<String> sessions() {
    return sessions;
  }

  /** The tables as read, in the plan's order, also those that are not about participants. */
  public List<TableInput> tables() {
    return inputs;
  }

  /** The table that a plan calls by this name. */
  public Optional<TextTable> table(String name) {
    return inputs.stream()
        .filter(input -> input.rule().name().equals(name))
        .map(input -> input.file().table())
        .findFirst();
  }

  /** What became of the rows. */
  public JoinReport report() {
    return report;
  }

  /** The breaches of contract that were accepted, so far as columns have been read. */
  public List<AcceptedBreach> accepted() {
    return acceptance.used();
  }

  /** The columns that can be read, in file order, without key columns. */
  public List<ColumnId> columns() {
    return tables.values().stream().flatMap(JoinedTable::columns).toList();
  }

  /**
   * The column that a plan means by a name, alone or as {@code table.column}. A name that several
   * tables use means the one column of that name that the plan declares.
   *
   * @param asked the place in the plan that names it
   */
  public Checked<ColumnId> find(String name, Span asked) {
    return new ColumnSearch(tables.values()).find(name, asked);
  }

  /** The column of a given table. */
  public Checked<ColumnId> find(String table, String column, Span asked) {
    return new ColumnSearch(tables.values()).find(table, column, asked);
  }

  /** The columns whose names match a pattern with {@code *} and {@code ?}, in file order. */
  public List<ColumnId> matching(String pattern) {
    return columns().stream().filter(id -> ColumnSearch.matches(pattern, id.column())).toList();
  }

  /** The columns of one table whose names match a pattern with {@code *} and {@code ?}. */
  public List<ColumnId> matching(String table, String pattern) {
    return matching(pattern).stream().filter(id -> id.table().equals(table)).toList();
  }

  /** The numbers of a column, as its rule says or, undeclared, as plain numbers. */
  public Checked<NumberColumn> numbers(ColumnId id) {
    return joined(id).numbers(id.column());
  }

  /** The texts of a column, as its rule says or, undeclared, as they stand. */
  public Checked<TextColumn> texts(ColumnId id) {
    return joined(id).texts(id.column());
  }

  /** The rule that the plan declares for a column. */
  public Optional<ColumnRule> rule(ColumnId id) {
    return joined(id).rule(id.column());
  }

  /** The position of a participant, counted from 0. */
  public OptionalInt position(String participant) {
    int index = participants.indexOf(participant);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** A finding unless at least this many participants are there. */
  public Optional<Diagnostic> tooFew(int needed, Span asked) {
    return tooFew(participants.size(), needed, asked);
  }

  static Optional<Diagnostic> tooFew(int present, int needed, Span asked) {
    if (present >= needed) {
      return Optional.empty();
    }
    var message =
        "an analysis needs at least "
            + needed
            + " participants, there "
            + (present == 1 ? "is 1" : "are " + present);
    return Optional.of(Diagnostic.at(asked, Rule.TOO_FEW_PARTICIPANTS, message));
  }

  private JoinedTable joined(ColumnId id) {
    var table = tables.get(id.table());
    if (table == null || !table.offers(id.column())) {
      throw new IllegalArgumentException("no such column: " + id);
    }
    return table;
  }
}
