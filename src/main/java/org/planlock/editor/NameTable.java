package org.planlock.editor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.plan.Plan;
import org.planlock.plan.binding.Expected;
import org.planlock.plan.binding.KeyMeaning.Says;
import org.planlock.plan.binding.NameKind;
import org.planlock.syntax.PlanNode;

/** Which names a plan declares, and every place where they are used. */
public final class NameTable {
  private final Map<NameKind, Map<String, PlanSymbol>> symbols = new EnumMap<>(NameKind.class);
  private final Map<NameKind, List<PlanSymbol>> templates = new EnumMap<>(NameKind.class);
  private final List<PlanReference> references = new ArrayList<>();
  private final List<Mention> mentions = new ArrayList<>();
  private final boolean slashComments;

  /** A scalar in which names stand, and which. */
  private record Mention(PlanNode.Scalar scalar, Says says, List<NameKind> kinds) {}

  private NameTable(boolean slashComments) {
    this.slashComments = slashComments;
  }

  /** The names of a tree as it is written. */
  static NameTable of(PlanNode.Mapping tree, boolean slashComments) {
    var table = new NameTable(slashComments);
    table.collect(tree, Expected.of(Plan.class), tree);
    table.resolve();
    return table;
  }

  /** All that is declared, in the order of the plan. */
  public Stream<PlanSymbol> symbols() {
    return symbols.values().stream().flatMap(named -> named.values().stream());
  }

  /** All of some kinds. */
  public Stream<PlanSymbol> symbols(List<NameKind> kinds) {
    return kinds.stream().flatMap(kind -> named(kind).values().stream());
  }

  /** The symbol of a kind and name. */
  public Optional<PlanSymbol> symbol(NameKind kind, String name) {
    return Optional.ofNullable(named(kind).get(name));
  }

  /** The reference at an offset: the smallest, where a name is part of another. */
  public Optional<PlanReference> at(int offset) {
    return references.stream()
        .filter(r -> r.place().start() <= offset && offset <= r.place().end())
        .min(java.util.Comparator.comparingInt(r -> r.place().end() - r.place().start()));
  }

  /** Every place of a symbol, in the order of the text. */
  public List<PlanReference> of(PlanSymbol symbol) {
    return references.stream()
        .filter(r -> r.symbol().kind() == symbol.kind() && r.symbol().name().equals(symbol.name()))
        .sorted(java.util.Comparator.comparingInt(r -> r.place().start()))
        .distinct()
        .toList();
  }

  /** Templates in use that make a name without being declared as such, as {@code imp_(outcome)}. */
  Optional<String> madeElsewhere(PlanSymbol symbol) {
    return mentions.stream()
        .filter(mention -> mention.kinds().contains(symbol.kind()))
        .flatMap(mention -> words(mention).stream())
        .map(Word::text)
        .filter(text -> text.contains("(") && !text.equals(symbol.name()))
        .filter(
            text ->
                new PlanSymbol(symbol.kind(), text, symbol.place(), symbol.item())
                    .valueIn(symbol.name())
                    .isPresent())
        .findFirst();
  }

  private Map<String, PlanSymbol> named(NameKind kind) {
    return symbols.getOrDefault(kind, Map.of());
  }

  private void collect(PlanNode node, Expected expected, PlanNode owner) {
    if (node instanceof PlanNode.Scalar scalar) {
      mention(scalar, expected, owner);
    } else if (node instanceof PlanNode.Sequence list) {
      var item = expected.item();
      list.items()
          .forEach(each -> collect(each, item, each instanceof PlanNode.Mapping ? each : owner));
    } else if (node instanceof PlanNode.Mapping mapping) {
      below(mapping, expected);
    }
  }

  private void below(PlanNode.Mapping mapping, Expected expected) {
    if (expected.isExpression()) {
      // `all:` and `any:` with a list of conditions
      mapping.entries().forEach(entry -> collect(entry.value(), expected, mapping));
      return;
    }
    var keys = expected.item().keys(mapping);
    for (var entry : mapping.entries()) {
      keys.stream()
          .filter(key -> key.key().equals(entry.key().text()))
          .findFirst()
          .map(key -> key.isAnything() ? set(mapping, key) : key)
          .ifPresent(key -> collect(entry.value(), key, mapping));
    }
  }

  private static Expected set(PlanNode.Mapping owner, Expected anything) {
    return Expectation.text(owner, "path").flatMap(Expectation::at).orElse(anything);
  }

  private void mention(PlanNode.Scalar scalar, Expected expected, PlanNode owner) {
    var mention = expected.mention();
    if (mention.says() == Says.DECLARES) {
      var name = scalar.text().strip();
      var kind = mention.kinds().get(0);
      var symbol = new PlanSymbol(kind, name, scalar.span(), owner);
      var named = symbols.computeIfAbsent(kind, k -> new LinkedHashMap<>());
      var first = named.putIfAbsent(name, symbol);
      mentions.add(new Mention(scalar, Says.DECLARES, List.of(kind)));
      // keys of tables are columns that need no contract; one that has it is declared there
      boolean isKey = expected.key().equals("key");
      if (first != null && !isKey && isKeyOfTable(first)) {
        named.put(name, symbol);
      }
    } else if (mention.says() != Says.NOTHING && mention.says() != Says.FILE) {
      mentions.add(new Mention(scalar, mention.says(), mention.kinds()));
    }
  }

  private static boolean isKeyOfTable(PlanSymbol symbol) {
    return symbol.kind() == NameKind.COLUMN
        && symbol.item() instanceof PlanNode.Mapping item
        && item.get("key").isPresent();
  }

  private void resolve() {
    symbols.forEach(
        (kind, named) ->
            templates.put(
                kind,
                named.values().stream().filter(each -> each.placeholder().isPresent()).toList()));
    for (var mention : mentions) {
      if (mention.says() == Says.PATH) {
        words(mention).forEach(this::path);
      } else {
        words(mention).forEach(word -> resolve(word, word.kinds(mention.kinds()), mention));
      }
    }
  }

  /** A name in a list may have any characters; in a phrase it is a word. */
  private List<Word> words(Mention mention) {
    var scalar = mention.scalar();
    var text = scalar.text().strip();
    boolean whole =
        mention.says() != Says.TEXT
            && mention.says() != Says.PATH
            && mention.kinds().stream().anyMatch(kind -> named(kind).containsKey(text));
    if (whole) {
      int at = scalar.span().text().indexOf(text);
      if (at >= 0) {
        int start = scalar.span().start() + scalar.span().text().codePointCount(0, at);
        var place =
            new org.planlock.source.Span(
                scalar.span().file(), start, start + text.codePointCount(0, text.length()));
        return List.of(new Word(text, place, java.util.Set.of()));
      }
    }
    return Word.in(scalar.span(), slashComments);
  }

  private void resolve(Word word, List<NameKind> kinds, Mention mention) {
    boolean declares = mention.says() == Says.DECLARES;
    for (var kind : kinds) {
      var symbol = named(kind).get(word.text());
      if (symbol != null) {
        boolean here = declares && symbol.place().equals(mention.scalar().span());
        references.add(new PlanReference(symbol, word.place(), "", here));
        return;
      }
    }
    made(word, kinds, 0, word.text());
  }

  /** A name that a template makes: the template, and the names in the place of its placeholder. */
  private void made(Word word, List<NameKind> kinds, int from, String text) {
    for (var kind : kinds) {
      for (var symbol : templates.getOrDefault(kind, List.of())) {
        var value = symbol.valueIn(text).filter(v -> isValue(symbol, v));
        if (value.isPresent()) {
          references.add(
              new PlanReference(symbol, word.part(from, from + text.length()), value.get(), false));
          value(word, symbol, from + symbol.valueAt(), value.get());
          return;
        }
      }
    }
  }

  private void value(Word word, PlanSymbol template, int from, String value) {
    var kinds = kinds(template.placeholder().orElse(""));
    for (var kind : kinds) {
      var symbol = named(kind).get(value);
      if (symbol != null) {
        references.add(
            new PlanReference(symbol, word.part(from, from + value.length()), "", false));
        return;
      }
    }
    made(word, kinds, from, value);
  }

  private static List<NameKind> kinds(String placeholder) {
    return switch (placeholder) {
      case "measure" -> List.of(NameKind.MEASURE);
      case "roi" -> List.of(NameKind.REGION);
      default -> List.of();
    };
  }

  private boolean isValue(PlanSymbol template, String value) {
    var kinds = kinds(template.placeholder().orElse(""));
    return kinds.isEmpty()
        || named(kinds.get(0)).isEmpty()
        || kinds.stream().anyMatch(kind -> named(kind).containsKey(value))
        || kinds.stream()
            .flatMap(kind -> templates.getOrDefault(kind, List.of()).stream())
            .anyMatch(each -> each.valueIn(value).isPresent());
  }

  /** The names in a path: what follows the key of a list is one of its items. */
  private void path(Word word) {
    var kinds =
        Map.of(
            "models",
            NameKind.MODEL,
            "model",
            NameKind.MODEL,
            "rois",
            NameKind.REGION,
            "roi",
            NameKind.REGION,
            "measures",
            NameKind.MEASURE,
            "variables",
            NameKind.VARIABLE,
            "sets",
            NameKind.SET,
            "prepare",
            NameKind.PREPARATION,
            "hypotheses",
            NameKind.HYPOTHESIS,
            "atlases",
            NameKind.ATLAS);
    var parts = word.text().split("\\.", -1);
    int from = 0;
    for (int i = 0; i + 1 < parts.length; i++) {
      int next = from + parts[i].length() + 1;
      var kind = kinds.get(parts[i]);
      if (kind != null) {
        var symbol = named(kind).get(parts[i + 1]);
        if (symbol != null) {
          references.add(
              new PlanReference(symbol, word.part(next, next + parts[i + 1].length()), "", false));
        }
      }
      from = next;
    }
  }
}
