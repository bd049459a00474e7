package org.planlock.editor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.planlock.plan.binding.NameKind;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/** Gives a thing of the plan another name, everywhere. */
public final class Renaming {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z_](?:[A-Za-z0-9]|_(?:\\([A-Za-z_]\\w*\\))?|[.-][A-Za-z0-9_])*");
  private static final Set<String> TAKEN =
      Set.of(
          "and",
          "or",
          "not",
          "at",
          "in",
          "inside",
          "outside",
          "at_least",
          "of",
          "per",
          "none",
          "every",
          "true",
          "false",
          "yes",
          "no",
          "not_applicable");

  private final Draft draft;
  private final PlanReference reference;

  private Renaming(Draft draft, PlanReference reference) {
    this.draft = draft;
    this.reference = reference;
  }

  /**
   * What came of it.
   *
   * @param refusal why nothing is renamed; empty where the edits do it
   */
  public record Outcome(List<TextEditing> edits, String refusal) {
    public Outcome {
      edits = List.copyOf(edits);
    }

    private static Outcome refused(String why) {
      return new Outcome(List.of(), why);
    }
  }

  /** The renaming of what stands at an offset, if a name of the plan does. */
  public static Optional<Renaming> at(Draft draft, int offset) {
    return draft.reading().isWhole()
        ? draft.reading().names().at(offset).map(found -> new Renaming(draft, found))
        : Optional.empty();
  }

  /** Where the name stands that would be renamed. */
  public Span place() {
    return reference.place();
  }

  /** The name as it is. */
  public String name() {
    return reference.symbol().name();
  }

  /** Every change that the new name needs, or why it cannot be. */
  public Outcome to(String name) {
    var symbol = reference.symbol();
    return unfit(name)
        .or(() -> clash(name))
        .or(() -> otherTemplate())
        .or(() -> absentColumn(name))
        .map(Outcome::refused)
        .orElseGet(
            () ->
                new Outcome(
                    draft.reading().names().of(symbol).stream()
                        .map(each -> new TextEditing(each.place(), each.renamed(name)))
                        .toList(),
                    ""));
  }

  private Optional<String> unfit(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.of(
          "`"
              + name
              + "` is no name: names begin with a letter and go on with letters, digits and _");
    }
    if (TAKEN.contains(name)) {
      return Optional.of("`" + name + "` is a word of the language");
    }
    var symbol = reference.symbol();
    var place = new PlanSymbol(symbol.kind(), name, symbol.place(), symbol.item()).placeholder();
    return place.equals(symbol.placeholder())
        ? Optional.empty()
        : Optional.of(
            symbol
                .placeholder()
                .map(word -> "`" + symbol.name() + "` stands for many names; keep `(" + word + ")`")
                .orElse("`" + symbol.name() + "` is one name, `" + name + "` would be many"));
  }

  private Optional<String> clash(String name) {
    var names = draft.reading().names();
    return names
        .symbols(reference.symbol().kind().rivals())
        .filter(other -> !other.name().equals(name()) || other.name().equals(name))
        .filter(other -> other.name().equals(name) || other.valueIn(name).isPresent())
        .findFirst()
        .map(
            other ->
                other.name().equals(name)
                    ? "there is a " + other.kind().word() + " `" + name + "` already"
                    : "`" + name + "` is a name that `" + other.name() + "` makes");
  }

  private Optional<String> otherTemplate() {
    return draft
        .reading()
        .names()
        .madeElsewhere(reference.symbol())
        .map(
            template ->
                "`" + name() + "` is also written as `" + template + "`, which names others too");
  }

  /** The plan's word for a column is the table's: where the table is known, so is the column. */
  private Optional<String> absentColumn(String name) {
    var symbol = reference.symbol();
    if (symbol.kind() != NameKind.COLUMN || !(symbol.item() instanceof PlanNode.Mapping item)) {
      return Optional.empty();
    }
    var table = Expectation.text(item, "table").or(() -> Expectation.text(item, "name"));
    var columns =
        new BesideFiles(draft.folder())
            .columns(draft.reading().tree()).stream()
                .filter(column -> table.filter(column.table()::equals).isPresent())
                .map(BesideColumn::name)
                .toList();
    return columns.contains(symbol.name()) && !columns.contains(name)
        ? Optional.of(
            "the table `"
                + table.orElse("")
                + "` has the column `"
                + symbol.name()
                + "`, but no `"
                + name
                + "`")
        : Optional.empty();
  }
}
