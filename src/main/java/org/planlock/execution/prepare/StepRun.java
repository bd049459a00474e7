package org.planlock.execution.prepare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.sample.Column;
import org.planlock.execution.sample.RowValues;
import org.planlock.execution.sample.Values;
import org.planlock.plan.value.Scope;
import org.planlock.source.Span;
import org.planlock.trace.TraceEvent;

/** The columns while steps work on them, for one learning; used by one thread. */
final class StepRun implements RowValues {
  private final StepNames names;
  private final LearningRows rows;
  private String path;
  private final Map<String, ColumnState> columns;
  private final List<Diagnostic> found = new ArrayList<>();
  private final List<TraceEvent> events = new ArrayList<>();
  private @Nullable Span place;

  /** Goes on from columns that earlier steps left. */
  StepRun(StepNames names, LearningRows rows, String path, Map<String, ColumnState> columns) {
    this.names = names;
    this.rows = rows;
    this.path = path;
    this.columns = new LinkedHashMap<>(columns);
  }

  StepNames names() {
    return names;
  }

  List<Diagnostic> found() {
    return found;
  }

  boolean isSound() {
    return found.stream().noneMatch(Diagnostic::isError);
  }

  List<TraceEvent> events() {
    return events;
  }

  Map<String, ColumnState> columns() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  int size() {
    return names.frame().participants().size();
  }

  /** Says where in the plan stands what is done from here on. */
  void standAt(String part) {
    path = part;
    place = null;
  }

  Span place() {
    if (place == null) {
      place = names.places().of(path);
    }
    return place;
  }

  void report(Rule rule, String message) {
    report(Diagnostic.at(place(), rule, message));
  }

  void report(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  void record(TraceEvent event) {
    events.add(event);
  }

  List<String> participants(Scope scope) {
    return rows.participants(scope);
  }

  /** The rows of a scope, counted from 0 among everybody enrolled. */
  int[] rows(Scope scope) {
    return participants(scope).stream()
        .flatMap(participant -> names.frame().row(participant).stream())
        .mapToInt(Integer::intValue)
        .toArray();
  }

  Optional<Scope> scaling() {
    return rows.learning().scaling();
  }

  /** A column as the steps left it; one that no step touched is read from its table. */
  Optional<ColumnState> state(String name) {
    var known = columns.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    if (names.variable(name).isPresent()) {
      report(
          Diagnostic.at(place(), Rule.NOT_YET_FORMED, "`" + name + "` is used before it is derived")
              .note("steps are carried out in the order in which they are written")
              .help("put the `derive` step before the steps that use `" + name + "`"));
      return Optional.empty();
    }
    var read = names.frame().column(name, place());
    read.diagnostics().stream().filter(Diagnostic::isError).forEach(this::report);
    return read.isSound() ? read.value().map(ColumnState::formed) : Optional.empty();
  }

  /** The state of a column that holds one number a participant. */
  Optional<ColumnState> numeric(String name) {
    var state = state(name);
    if (state.isPresent() && !isNumeric(state.get().current())) {
      var cells = cellsThatAreNoNumbers(name);
      (cells.isEmpty() ? List.of(notNumeric(state.get().current())) : cells).forEach(this::report);
      return Optional.empty();
    }
    return state;
  }

  /** Where the table itself can be told wrong, that is all there is to say. */
  private List<Diagnostic> cellsThatAreNoNumbers(String name) {
    return names.variable(name).isEmpty() && names.frame().contract(name).isEmpty()
        ? names.frame().notNumbers(name, place())
        : List.of();
  }

  Diagnostic notNumeric(Column column) {
    var finding =
        Diagnostic.at(
            place(),
            Rule.NOT_A_NUMBER_COLUMN,
            "`"
                + column.name()
                + (column.perSession()
                    ? "` has a value for each session where one a participant is needed"
                    : "` holds text where numbers are needed"));
    return finding.help(
        column.perSession()
            ? "form a variable from it, such as `" + column.name() + " at ses-pre`"
            : "put it into a `code` step before, and declare its levels");
  }

  static boolean isNumeric(Column column) {
    return column.always().filter(Values.Numbers.class::isInstance).isPresent();
  }

  void put(String name, ColumnState state) {
    columns.put(name, state);
  }

  @Override
  public Optional<Column> column(String name) {
    var known = columns.get(name);
    return known != null
        ? Optional.of(known.current())
        : names.frame().column(name, place()).value();
  }

  @Override
  public Optional<Column> residual(String name) {
    return Optional.ofNullable(columns.get(name)).flatMap(ColumnState::residual);
  }

  @Override
  public String unit(String name) {
    return names.unit(name);
  }

  @Override
  public List<String> members(String name) {
    return names.terms().of(name);
  }
}
