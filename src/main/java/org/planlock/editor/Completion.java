package org.planlock.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planlock.plan.binding.Expected;
import org.planlock.plan.binding.KeyMeaning;
import org.planlock.plan.binding.KeyMeaning.Says;
import org.planlock.plan.binding.NameKind;
import org.planlock.plan.expression.FunctionSpec.Context;
import org.planlock.plan.expression.Functions;
import org.planlock.syntax.CursorAnswer.Opener;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.notation.PlanNotation;

/** What may be written where the cursor is: keys, words, names, examples. */
public final class Completion {
  private final Draft draft;
  private final Map<String, Suggestion> found = new LinkedHashMap<>();

  private final boolean beforeColon;
  private final InsertedText inserted;

  private Completion(Draft draft, int from, int offset) {
    this.draft = draft;
    this.inserted = InsertedText.at(draft, from);
    this.beforeColon =
        offset < draft.source().length() && draft.source().slice(offset, offset + 1).equals(":");
  }

  /** What may stand at an offset, in place of the word that ends there. */
  public static Suggestions at(Draft draft, int offset) {
    int from = Cursor.wordStart(draft.source(), offset);
    var completion = new Completion(draft, from, offset);
    Cursor.all(draft, from).forEach(completion::add);
    return new Suggestions(from, List.copyOf(completion.found.values()), true);
  }

  private void add(Cursor cursor) {
    cursor.openers().forEach(opener -> opener(opener, cursor));
    var spot = cursor.spot();
    if (spot.isEmpty()) {
      return;
    }
    if (spot.get().onKey()) {
      keys(spot.get());
    } else {
      spot.get().expected().ifPresent(expected -> value(expected, spot.get()));
    }
  }

  private void keys(Spot spot) {
    var owner = spot.owner().orElseThrow();
    var place =
        Expectation.along(
            spot.nodes().subList(0, spot.nodes().size() - 1),
            spot.keys().subList(0, spot.keys().size() - 1));
    place.ifPresent(
        here ->
            here.item().keys(owner).stream()
                .filter(key -> owner.get(key.key()).isEmpty())
                .forEach(this::key));
    boolean alone = owner.entries().size() == 1;
    if (alone && place.filter(Expected::mayNotApply).isPresent()) {
      put(
          new Suggestion(
              "not_applicable",
              Suggestion.Kind.KEY,
              "not_applicable: ",
              "nothing applies, and why",
              ""));
    }
  }

  private void key(Expected key) {
    put(
        new Suggestion(
            key.key(),
            Suggestion.Kind.KEY,
            key.key() + (beforeColon ? "" : ": "),
            Pages.meaning(key),
            Pages.ofKey(key)));
  }

  /** A word of {@code .plan}; what it means is said by the key that it fills. */
  private void opener(Opener opener, Cursor cursor) {
    var key = Optional.<Expected>empty();
    var spot = cursor.spot().orElseGet(() -> Spot.at(cursor.tree(), cursorOffset(cursor)));
    for (var around = Optional.of(spot);
        around.isPresent() && key.isEmpty();
        around = around.get().around()) {
      var node = around.get().node();
      key =
          Expectation.along(around.get().nodes(), around.get().keys())
              .map(Expected::item)
              .flatMap(place -> place.under(opener.key(), node));
    }
    put(
        new Suggestion(
            opener.word(),
            Suggestion.Kind.KEY,
            opener.word(),
            key.map(Pages::meaning).orElse(""),
            key.map(Pages::ofKey).orElse("")));
  }

  private static int cursorOffset(Cursor cursor) {
    var text = cursor.tree().span().file().text();
    int at = text.lastIndexOf(Mark.WORD);
    return at < 0 ? 0 : text.codePointCount(0, at);
  }

  private void value(Expected expected, Spot spot) {
    boolean first = ((PlanNode.Scalar) spot.node()).text().strip().equals(Mark.WORD);
    expected.words().forEach(word -> word(word, expected));
    var word = typed((PlanNode.Scalar) spot.node());
    names(expected, spot, word);
    if (expected.isExpression() && word.filter(w -> !w.only().isEmpty()).isEmpty()) {
      functions(expected);
    }
    if (first) {
      examples(expected, spot);
    }
  }

  private Optional<Word> typed(PlanNode.Scalar scalar) {
    return Word.in(scalar.span(), draft.language().grain().hasSlashComments()).stream()
        .filter(word -> word.text().contains(Mark.WORD))
        .findFirst();
  }

  private void word(String word, Expected expected) {
    var label = draft.language().notation() == PlanNotation.PLAN ? inserted.word(word) : word;
    put(
        new Suggestion(
            label, Suggestion.Kind.WORD, inserted.word(word), Pages.meaning(expected), ""));
  }

  private void names(Expected expected, Spot spot, Optional<Word> word) {
    var mention = expected.mention();
    var owner = spot.owner();
    if (mention.says() == Says.DECLARES) {
      if (mention.kinds().contains(NameKind.COLUMN)) {
        columns(owner, true);
      }
    } else if (!mention.kinds().isEmpty()) {
      boolean inPhrase = mention.says() == Says.TEXT;
      var kinds =
          word.filter(typed -> inPhrase)
              .map(typed -> typed.kinds(mention.kinds()))
              .orElse(mention.kinds());
      draft.reading().names().symbols(kinds).forEach(this::name);
      if (kinds.contains(NameKind.COLUMN)) {
        columns(Optional.empty(), false);
      }
    }
    owner.ifPresent(mapping -> levels(expected.key(), mapping));
  }

  private void name(PlanSymbol symbol) {
    if (!symbol.name().contains(Mark.WORD)) {
      put(
          new Suggestion(
              symbol.name(),
              sign(symbol.kind()),
              inserted.name(symbol.name()),
              symbol.kind().word(),
              () -> NamePages.brief(symbol)));
    }
  }

  private static Suggestion.Kind sign(NameKind kind) {
    return switch (kind) {
      case COLUMN -> Suggestion.Kind.COLUMN;
      case VARIABLE, MEASURE -> Suggestion.Kind.VARIABLE;
      case SET -> Suggestion.Kind.SET;
      case MODEL -> Suggestion.Kind.MODEL;
      case REGION -> Suggestion.Kind.REGION;
      case HYPOTHESIS -> Suggestion.Kind.HYPOTHESIS;
      default -> Suggestion.Kind.OTHER_NAME;
    };
  }

  /** Columns of tables beside the plan: of one table where an item names it. */
  private void columns(Optional<PlanNode.Mapping> owner, boolean undeclaredOnly) {
    var table = owner.flatMap(item -> Expectation.text(item, "table"));
    var names = draft.reading().names();
    new BesideFiles(draft.folder())
        .columns(draft.reading().tree()).stream()
            .filter(column -> table.isEmpty() || table.get().equals(column.table()))
            .filter(
                column -> !undeclaredOnly || names.symbol(NameKind.COLUMN, column.name()).isEmpty())
            .forEach(
                column ->
                    put(
                        new Suggestion(
                            column.name(),
                            Suggestion.Kind.COLUMN,
                            inserted.name(column.name()),
                            "column of " + column.table(),
                            () -> NamePages.of(column))));
  }

  /**
   * Levels of a column: those of the dictionary for its contract, those of the contract after it.
   */
  private void levels(String key, PlanNode.Mapping owner) {
    var column = Expectation.text(owner, "name");
    if (key.equals("levels") && column.isPresent()) {
      new BesideFiles(draft.folder())
          .columns(draft.reading().tree()).stream()
              .filter(each -> each.name().equals(column.get()))
              .flatMap(each -> each.levels().stream())
              .forEach(this::level);
    } else if (key.equals("reference")
        && owner.get("levels").orElse(owner) instanceof PlanNode.Sequence levels) {
      levels.items().stream()
          .filter(PlanNode.Scalar.class::isInstance)
          .forEach(each -> level(((PlanNode.Scalar) each).text()));
    }
  }

  private void level(String level) {
    put(new Suggestion(level, Suggestion.Kind.WORD, inserted.name(level), "level", ""));
  }

  private void functions(Expected expected) {
    boolean results = expected.mention().kinds().contains(NameKind.MODEL);
    Functions.in(results ? Context.RESULT : Context.ROW)
        .forEach(
            function ->
                put(
                    new Suggestion(
                        function.name(),
                        Suggestion.Kind.FUNCTION,
                        inserted.function(function.name()),
                        function.usage(),
                        Pages.ofFunction(function))));
  }

  /** How a phrase is written, where nothing better is known. */
  private void examples(Expected expected, Spot spot) {
    boolean plain =
        expected.words().isEmpty()
            && Set.of(Says.NOTHING, Says.TEXT).contains(expected.mention().says())
            && expected.keys(null).isEmpty()
            && spot.keys().get(spot.keys().size() - 1).length() > 0;
    if (plain && !expected.isList()) {
      expected
          .meaning()
          .map(KeyMeaning::example)
          .ifPresent(
              example ->
                  put(
                      new Suggestion(
                          example,
                          Suggestion.Kind.EXAMPLE,
                          inserted.phrase(example),
                          "example",
                          Pages.ofKey(expected))));
    }
    if (expected.mayNotApply()) {
      inserted
          .notApplicable()
          .ifPresent(
              text ->
                  put(
                      new Suggestion(
                          "not_applicable",
                          Suggestion.Kind.WORD,
                          text,
                          "nothing applies, and why",
                          "")));
    }
  }

  private void put(Suggestion suggestion) {
    found.putIfAbsent(suggestion.label(), suggestion);
  }
}
