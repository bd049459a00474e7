package org.planlock.intake.table;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.intake.Branch;
import org.planlock.syntax.PlanNode;

/**
 * The data contract that tables may get: their keys, visits and columns.
 *
 * @param owners the table of each column
 */
record DataProposal(
    List<OfferedTable> tables, Map<String, OfferedTable> owners, Wishes wishes, Beside beside) {
  private static final int MOST_COLUMNS = 400;
  private static final int MOST_SESSIONS = 24;

  /** The part {@code data} of the plan. */
  Branch branch() {
    var place = tables.get(0).place();
    var data = Branch.at(place).putAll("tables", tables.stream().map(this::table).toList());
    if (tables.stream().allMatch(OfferedTable::isBids)) {
      data.put(
          "text",
          Branch.at(place).put("encoding", "utf-8").put("decimal", ".").put("separator", "tab"));
    }
    data.putAll("sessions", sessions());
    return data.putAll("columns", columns());
  }

  private PlanNode.Mapping table(OfferedTable table) {
    var key = wishes.key(table);
    beside.remark("data.tables", table.name(), about(table));
    if (repeats(table, key)) {
      beside
          .found()
          .add(
              Diagnostic.at(
                      table.place(),
                      Rule.ROWS_REPEAT,
                      "`"
                          + table.file()
                          + "` has several rows with the same "
                          + String.join(" and ", key))
                  .note("its key must tell every two rows apart")
                  .help("add a column to `key`, such as the visit or the run"));
    }
    return Branch.at(table.place())
        .put("name", table.name())
        .put("file", table.file())
        .put("key", key)
        .put("missing", table.isBids() ? List.of(ColumnGlance.BIDS_MISSING) : List.of())
        .put("separator", table.isBids() ? Optional.empty() : separator(table))
        .node();
  }

  private static Optional<String> separator(OfferedTable table) {
    return Optional.of(table.file().endsWith(".csv") ? "comma" : "tab");
  }

  private static String about(OfferedTable table) {
    var tool =
        table
            .dictionary()
            .flatMap(it -> it.get("MeasurementToolMetadata"))
            .flatMap(it -> it.get("Description"))
            .flatMap(it -> it.text())
            .map(it -> it + ". ")
            .orElse("");
    return tool
        + (table.isBids() ? "" : "to decide: what means a missing value, as `missing \"NA\"`");
  }

  private static boolean repeats(OfferedTable table, List<String> key) {
    var columns = key.stream().map(table::column).toList();
    Set<List<String>> seen = new HashSet<>();
    for (int row = 0; row < table.sight().rows(); row++) {
      int at = row;
      if (!seen.add(columns.stream().map(column -> table.sight().cell(at, column)).toList())) {
        return true;
      }
    }
    return false;
  }

  private List<PlanNode.Mapping> sessions() {
    Map<String, String> sessions = new LinkedHashMap<>();
    for (var table : tables) {
      DictionaryEntry.of(table.dictionary(), Wishes.SESSION)
          .levels()
          .forEach(level -> sessions.putIfAbsent(level.name(), level.meaning()));
    }
    for (var table : tables) {
      int column = table.column(Wishes.SESSION);
      for (int row = 0; column >= 0 && row < table.sight().rows(); row++) {
        if (sessions.size() <= MOST_SESSIONS && !table.sight().cell(row, column).isBlank()) {
          sessions.putIfAbsent(table.sight().cell(row, column).strip(), "");
        }
      }
    }
    sessions.remove(ColumnGlance.BIDS_MISSING);
    if (sessions.size() > MOST_SESSIONS) {
      return List.of();
    }
    return sessions.entrySet().stream()
        .map(
            it ->
                Branch.at(tables.get(0).place())
                    .put("name", it.getKey())
                    .put("is", Optional.of(it.getValue()).filter(text -> !text.isBlank()))
                    .node())
        .toList();
  }

  private List<PlanNode.Mapping> columns() {
    Set<String> proposed = new LinkedHashSet<>();
    owners.keySet().stream().limit(MOST_COLUMNS).forEach(proposed::add);
    wishes.named().filter(owners::containsKey).forEach(proposed::add);
    if (proposed.size() < owners.size()) {
      beside
          .found()
          .add(
              Diagnostic.at(
                      tables.get(0).place(),
                      Rule.COLUMN_NOT_PROPOSED,
                      (owners.size() - proposed.size())
                          + " of "
                          + owners.size()
                          + " columns are not proposed")
                  .note("more than " + MOST_COLUMNS + " are more than anybody reads")
                  .help(
                      "write the lines of those that the plan uses; `columns PATTERN in TABLE` in a"
                          + " `set` takes many at once"));
    }
    return proposed.stream().map(this::column).toList();
  }

  private PlanNode.Mapping column(String name) {
    var owner = owners.get(name);
    if (owner == null) {
      throw new IllegalStateException("no table owns " + name);
    }
    var proposal = ColumnProposal.of(owner, owner.column(name));
    beside.found().addAll(proposal.found());
    proposal.remarks().forEach(text -> beside.remark("data.columns", name, text));
    return proposal.node();
  }
}
