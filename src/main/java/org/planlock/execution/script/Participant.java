package org.planlock.execution.script;

import java.util.Optional;
import org.planlock.execution.sample.Column;
import org.planlock.execution.sample.RawValues;
import org.planlock.execution.sample.Values;

/** What is known of one participant before any step. */
public final class Participant {
  private final String id;
  private final int row;
  private final RawValues values;
  private final Script script;
  private final ColumnNames names;

  Participant(String id, int row, RawValues values, Script script, ColumnNames names) {
    this.id = id;
    this.row = row;
    this.values = values;
    this.script = script;
    this.names = names;
  }

  /** As the tables call them. */
  public String id() {
    return id;
  }

  /** Whether a column has no value; in a column by session, whether any is missing. */
  public boolean isMissing(String column) {
    return named(column).isMissing(row);
  }

  /** The number in a column; a missing one stops the analysis, since nothing follows from it. */
  public double number(String column) {
    return number(column, named(column).always());
  }

  /** The number in a column by session. */
  public double number(String column, String session) {
    return number(column, named(column).at(session));
  }

  /** The text in a column, such as a level. */
  public String text(String column) {
    var found = value(column, named(column).always());
    return found instanceof String text ? text : String.valueOf(found);
  }

  /** The number or text in a column. */
  Object value(String column) {
    return value(column, named(column).always());
  }

  /** The number or text in a column by session. */
  Object value(String column, String session) {
    return value(column, named(column).at(session));
  }

  /** Whether there is such a column. */
  boolean has(String column) {
    return values.column(column).isPresent();
  }

  private double number(String column, Optional<Values> part) {
    if (value(column, part) instanceof Double number) {
      return number;
    }
    throw names.notNumbers(column, new ScriptPlaces(script.source()).here(column));
  }

  private Object value(String column, Optional<Values> part) {
    var place = new ScriptPlaces(script.source());
    if (part.isEmpty()) {
      throw names.withoutSession(column, place.here(column));
    }
    if (part.get().isMissing(row)) {
      throw names.missing(column, id, place.here(column));
    }
    return part.get() instanceof Values.Numbers numbers
        ? (Object) numbers.numbers().at(row)
        : ((Values.Texts) part.get()).texts().get(row).orElseThrow();
  }

  private Column named(String column) {
    return values
        .column(column)
        .orElseThrow(() -> names.unknown(column, new ScriptPlaces(script.source()).here(column)));
  }
}
