package org.planlock.intake.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;
import org.planlock.intake.Branch;
import org.planlock.intake.PlanDraft;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/**
 * Proposes a plan from tables: their keys, columns, types, levels, units and missing codes as the
 * dictionaries and cells say them. A choice that belongs to the author stays open, with a word
 * about what is to be decided.
 */
public final class PlanFromTables {
  private static final int MOST_COLUMNS = 400;
  private static final int MOST_SESSIONS = 24;
  private static final String BIDS_PARTICIPANT = "participant_id";
  private static final String BIDS_SESSION = "session_id";

  private final Wishes wishes;
  private final List<OfferedTable> tables;
  private final List<Diagnostic> found = new ArrayList<>();
  private final List<PlanDraft.Remark> remarks = new ArrayList<>();
  private final List<PlanDraft.Quote> quotes = new ArrayList<>();
  private final Map<String, OfferedTable> owners = new LinkedHashMap<>();

  private PlanFromTables(Wishes wishes, List<OfferedTable> offered) {
    this.wishes = wishes;
    this.tables = offered.stream().filter(this::hasKey).toList();
  }

  /** A draft, with what is remarkable in the tables; or what makes them unusable. */
  public static Checked<PlanDraft> propose(Wishes wishes, List<OfferedTable> tables) {
    return new PlanFromTables(wishes, List.copyOf(tables)).draft();
  }

  private Checked<PlanDraft> draft() {
    tables.forEach(this::own);
    named().forEach(this::demand);
    var tree =
        Branch.at(Span.none(wishes.id()))
            .put("planlock", "1")
            .put(
                "plan",
                Branch.at(Span.none(wishes.id()))
                    .put("id", wishes.id())
                    .put("title", wishes.title()));
    if (!tables.isEmpty()) {
      tree.put("data", data());
    }
    model().ifPresent(model -> tree.putAll("models", List.of(model)));
    group();
    return Checked.of(new PlanDraft(tree.node(), remarks, quotes), found);
  }

  private Stream<String> named() {
    return Stream.of(
            wishes.outcome().stream(), wishes.group().stream(), wishes.predictors().stream())
        .flatMap(it -> it);
  }

  private boolean hasKey(OfferedTable table) {
    if (table.column(participant()) >= 0) {
      return true;
    }
    boolean isAsked = wishes.participant().isPresent() || !table.isBids();
    var finding =
        Diagnostic.at(
            table.place(),
            isAsked ? Rule.KEY_NOT_NAMED : Rule.COLUMN_NOT_PROPOSED,
            "`" + table.file() + "` has no column `" + participant() + "`");
    found.add(
        isAsked
            ? finding
                .note("rows are joined by participant, never by position")
                .help("name the column that tells participants apart: `--participant COLUMN`")
            : finding.note("BIDS asks for it; without a key the table is not proposed"));
    return false;
  }

  private String participant() {
    return wishes.participant().orElse(BIDS_PARTICIPANT);
  }

  private List<String> key(OfferedTable table) {
    return table.column(BIDS_SESSION) >= 0
        ? List.of(participant(), BIDS_SESSION)
        : List.of(participant());
  }

  /** Gives each column to the first table that has it: a plan knows each name once. */
  private void own(OfferedTable table) {
    var header = table.sight().header();
    for (int i = 0; i < header.size(); i++) {
      var column = header.get(i);
      if (key(table).contains(column)) {
        continue;
      }
      var owner = owners.putIfAbsent(column, table);
      if (owner != null) {
        found.add(
            Diagnostic.at(
                    table.sight().placeOf(i),
                    Rule.COLUMN_NOT_PROPOSED,
                    "the column `" + column + "` stands in `" + owner.file() + "` too")
                .note("a plan calls each column by a name of its own; the first one is proposed")
                .help("rename one of them if both are needed"));
      }
    }
  }

  private void demand(String column) {
    if (tables.isEmpty() || owners.containsKey(column)) {
      return;
    }
    found.add(
        Diagnostic.at(
                tables.get(0).place(),
                Rule.NAMED_COLUMN_MISSING,
                "no table has a column `" + column + "`")
            .help(
                Nearest.to(column, owners.keySet())
                    .map(near -> "did you mean `" + near + "`?")
                    .orElse("columns are named as in the first line of the table")));
  }

  private Branch data() {
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
    var key = key(table);
    remark("data.tables", table.name(), about(table));
    if (repeats(table, key)) {
      found.add(
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
      DictionaryEntry.of(table.dictionary(), BIDS_SESSION)
          .levels()
          .forEach(level -> sessions.putIfAbsent(level.name(), level.meaning()));
    }
    for (var table : tables) {
      int column = table.column(BIDS_SESSION);
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
    named().filter(owners::containsKey).forEach(proposed::add);
    if (proposed.size() < owners.size()) {
      found.add(
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
    found.addAll(proposal.found());
    proposal.remarks().forEach(text -> remark("data.columns", name, text));
    return proposal.node();
  }

  private Optional<PlanNode.Mapping> model() {
    boolean isWide = wishes.outcome().filter(this::isOncePerParticipant).isPresent();
    if (wishes.outcome().isPresent() && !isWide) {
      visits("B2", wishes.outcome().get());
    }
    var terms = wishes.predictors().stream().filter(this::isOncePerParticipant).toList();
    wishes.predictors().stream().filter(it -> !terms.contains(it)).forEach(it -> visits("B3", it));
    if (!isWide && terms.isEmpty()) {
      return Optional.empty();
    }
    remark(
        "models",
        "main",
        "to decide: `role` and `reason`"
            + (isWide ? "; which sign of the outcome is better, and in which unit it is" : ""));
    return Optional.of(
        Branch.at(Span.none("main"))
            .put("name", "main")
            .put("outcome", isWide ? wishes.outcome() : Optional.empty())
            .put("terms", terms)
            .node());
  }

  private boolean isOncePerParticipant(String column) {
    return tables.isEmpty()
        || Optional.ofNullable(owners.get(column)).filter(it -> key(it).size() == 1).isPresent();
  }

  private void visits(String field, String column) {
    quotes.add(
        new PlanDraft.Quote(
            field,
            column,
            "you named",
            "`"
                + column
                + "` has a value for each visit. Which visits make the variable, which is taken from"
                + " which, and is more of it better?"));
  }

  private void group() {
    wishes
        .group()
        .filter(owners::containsKey)
        .ifPresent(
            group ->
                remark(
                    "data.columns",
                    group,
                    "the arms. To decide: the reference arm; whether the column stays `sealed` until"
                        + " a release; whether it is a term"));
  }

  private void remark(String list, String name, String text) {
    if (!text.isBlank()) {
      remarks.add(
          new PlanDraft.Remark(
              list + "[" + name.replace("\\", "\\\\").replace("]", "\\]") + "]", text));
    }
  }
}
