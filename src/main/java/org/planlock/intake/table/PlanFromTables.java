package org.planlock.intake.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final Wishes wishes;
  private final List<OfferedTable> tables;
  private final Beside beside = new Beside();
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
    wishes.named().forEach(this::demand);
    var tree =
        Branch.at(Span.none(wishes.id()))
            .put("planlock", "1")
            .put(
                "plan",
                Branch.at(Span.none(wishes.id()))
                    .put("id", wishes.id())
                    .put("title", wishes.title()));
    if (!tables.isEmpty()) {
      tree.put("data", new DataProposal(tables, owners, wishes, beside).branch());
    }
    model().ifPresent(model -> tree.putAll("models", List.of(model)));
    group();
    return Checked.of(
        new PlanDraft(tree.node(), beside.remarks(), beside.quotes()), beside.found());
  }

  private boolean hasKey(OfferedTable table) {
    if (table.column(wishes.key()) >= 0) {
      return true;
    }
    boolean isAsked = wishes.participant().isPresent() || !table.isBids();
    var finding =
        Diagnostic.at(
            table.place(),
            isAsked ? Rule.KEY_NOT_NAMED : Rule.COLUMN_NOT_PROPOSED,
            "`" + table.file() + "` has no column `" + wishes.key() + "`");
    beside
        .found()
        .add(
            isAsked
                ? finding
                    .note("rows are joined by participant, never by position")
                    .help("name the column that tells participants apart: `--participant COLUMN`")
                : finding.note("BIDS asks for it; without a key the table is not proposed"));
    return false;
  }

  /** Gives each column to the first table that has it: a plan knows each name once. */
  private void own(OfferedTable table) {
    var header = table.sight().header();
    for (int i = 0; i < header.size(); i++) {
      var column = header.get(i);
      if (wishes.key(table).contains(column)) {
        continue;
      }
      var owner = owners.putIfAbsent(column, table);
      if (owner != null) {
        beside
            .found()
            .add(
                Diagnostic.at(
                        table.sight().placeOf(i),
                        Rule.COLUMN_NOT_PROPOSED,
                        "the column `" + column + "` stands in `" + owner.file() + "` too")
                    .note(
                        "a plan calls each column by a name of its own; the first one is proposed")
                    .help("rename one of them if both are needed"));
      }
    }
  }

  private void demand(String column) {
    if (tables.isEmpty() || owners.containsKey(column)) {
      return;
    }
    beside
        .found()
        .add(
            Diagnostic.at(
                    tables.get(0).place(),
                    Rule.NAMED_COLUMN_MISSING,
                    "no table has a column `" + column + "`")
                .help(
                    Nearest.to(column, owners.keySet())
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse("columns are named as in the first line of the table")));
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
    beside.remark(
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
        || Optional.ofNullable(owners.get(column))
            .filter(it -> wishes.key(it).size() == 1)
            .isPresent();
  }

  private void visits(String field, String column) {
    beside
        .quotes()
        .add(
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
                beside.remark(
                    "data.columns",
                    group,
                    "the arms. To decide: the reference arm; whether the column stays `sealed` until"
                        + " a release; whether it is a term"));
  }
}
