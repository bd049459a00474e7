package org.planlock.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.plan.binding.NameKind;
import org.planlock.plan.check.PlanTypes;
import org.planlock.syntax.TreeText;

/** What is shown about the names of a plan, as Markdown. */
final class NamePages {
  private final Draft draft;

  NamePages(Draft draft) {
    this.draft = draft;
  }

  /** What is declared under a name, its type and unit, and what the table's dictionary says. */
  String of(PlanReference reference) {
    var symbol = reference.symbol();
    var page = new ArrayList<String>();
    var name = reference.value().isEmpty() ? symbol.name() : reference.renamed(symbol.name());
    page.add("**" + symbol.kind().word() + " " + Markdown.code(name) + "**" + madeBy(reference));
    type(symbol.kind(), name).ifPresent(type -> page.add("Type: " + Markdown.text(type)));
    page.add(Markdown.code(Pages.shortened(TreeText.of(symbol.item()))));
    column(symbol).ifPresent(page::add);
    return String.join("\n\n", page);
  }

  /** The same in a few words. */
  static String brief(PlanSymbol symbol) {
    var item = TreeText.of(symbol.item());
    return symbol.kind().word() + " " + Markdown.code(Pages.shortened(item));
  }

  /** About a column of a table beside the plan. */
  static String of(BesideColumn column) {
    var lines = new ArrayList<String>();
    lines.add(
        "**column "
            + Markdown.code(column.name())
            + "** of table "
            + Markdown.code(column.table()));
    if (!column.description().isEmpty()) {
      lines.add(Markdown.text(column.description()));
    }
    if (!column.units().isEmpty()) {
      lines.add("Unit: " + Markdown.text(column.units()));
    }
    if (!column.levels().isEmpty()) {
      lines.add("Levels: " + Markdown.text(String.join(", ", column.levels())));
    }
    return String.join("\n\n", lines);
  }

  private static String madeBy(PlanReference reference) {
    return reference.value().isEmpty()
        ? ""
        : ", made by " + Markdown.code(reference.symbol().name());
  }

  private Optional<String> type(NameKind kind, String name) {
    boolean hasType = List.of(NameKind.COLUMN, NameKind.VARIABLE, NameKind.MEASURE).contains(kind);
    return hasType ? draft.meaning().flatMap(bound -> PlanTypes.of(bound, name)) : Optional.empty();
  }

  private Optional<String> column(PlanSymbol symbol) {
    return symbol.kind() != NameKind.COLUMN
        ? Optional.empty()
        : new BesideFiles(draft.folder())
            .columns(draft.reading().tree()).stream()
                .filter(column -> column.name().equals(symbol.name()))
                .filter(column -> !column.description().isEmpty())
                .map(column -> "Dictionary: " + Markdown.text(column.description()))
                .findFirst();
  }
}
