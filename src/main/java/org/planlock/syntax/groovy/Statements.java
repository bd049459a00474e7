package org.planlock.syntax.groovy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.syntax.Findings;
import org.planlock.syntax.PlanNode;

/** Writes what mappings say as statements of blocks. */
final class Statements {
  private static final String SKIPPED = "not_applicable";
  private static final int MOST_ON_A_LINE = 6;

  private final Findings findings;
  private final Page page = new Page();

  Statements(Findings findings) {
    this.findings = findings;
  }

  String text() {
    return page.toString();
  }

  /** A whole plan: what it is called comes first, the rest as in the tree. */
  void plan(PlanNode.Mapping plan) {
    var words = Vocabulary.ofPlan();
    plan.entries().stream()
        .sorted(Comparator.comparingInt(Statements::rank))
        .forEach(entry -> entry(entry, words));
  }

  private static int rank(PlanNode.Entry entry) {
    int rank = List.of("planlock", "plan").indexOf(entry.key().text());
    return rank < 0 ? Integer.MAX_VALUE : rank;
  }

  private void entry(PlanNode.Entry entry, Vocabulary words) {
    var key = entry.key().text();
    if (entry.value() instanceof PlanNode.Sequence list && areItems(list, key, words)) {
      list.items().forEach(item -> item((PlanNode.Mapping) item, key, words));
      return;
    }
    var meaning = words.get(key).orElse(null);
    if (meaning instanceof Vocabulary.Plain plain && !Code.KEYWORDS.contains(key)) {
      plain(key, entry.value(), plain.severalValues());
    } else if (meaning instanceof Vocabulary.Block block
        && entry.value() instanceof PlanNode.Mapping mapping) {
      block(key, mapping, block);
    } else if (meaning instanceof Vocabulary.Item) {
      whole(key, entry.value());
    } else {
      refuse(key, entry.value());
    }
  }

  private boolean areItems(PlanNode.Sequence list, String key, Vocabulary words) {
    return !list.items().isEmpty()
        && list.items().stream()
            .allMatch(
                item ->
                    item instanceof PlanNode.Mapping map
                        && !map.entries().isEmpty()
                        && !isReason(map)
                        && word(map, key, words).isPresent());
  }

  private void plain(String word, PlanNode value, boolean severalValues) {
    if (value instanceof PlanNode.Mapping map && !map.entries().isEmpty()) {
      boolean isOnly = map.entries().size() == 1;
      page.statement(
          word + " ",
          map.entries().stream()
              .map(one -> isOnly ? page.only(one, word) : page.named(one))
              .toList(),
          "");
    } else if (value instanceof PlanNode.Sequence list
        && severalValues
        && list.items().size() > 1
        && list.items().get(0) instanceof PlanNode.Scalar) {
      page.statement(word + " ", list.items().stream().map(page::value).toList(), "");
    } else {
      alone(word, value);
    }
  }

  private void alone(String word, PlanNode value) {
    if (value instanceof PlanNode.Scalar) {
      page.statement(word + " ", List.of(Spelling.oneLine(value)), "");
    } else {
      int column = page.indent().length() + word.length() + 2;
      page.statement(word + "(", List.of(Spelling.value(value, page.indent(), column)), ")");
    }
  }

  private void whole(String word, PlanNode value) {
    if (EmptyLists.isNone(value)) {
      page.statement(word, List.of("([])"), "");
    } else if (value instanceof PlanNode.Sequence) {
      alone(word, value);
    } else if (value instanceof PlanNode.Mapping map && isReason(map)) {
      plain(word, map, false);
    } else {
      refuse(word, value);
    }
  }

  private void block(String word, PlanNode.Mapping mapping, Vocabulary.Block meaning) {
    if (isReason(mapping)) {
      plain(word, mapping, false);
    } else {
      block(word, mapping, meaning.name(), Vocabulary.of(meaning.inside()));
    }
  }

  /** The name and what Groovy has no statement for in round brackets, the rest in braces. */
  private void block(
      String word, PlanNode.Mapping mapping, Optional<String> name, Vocabulary words) {
    var head = new ArrayList<String>();
    var named = name.flatMap(mapping::get).filter(PlanNode.Scalar.class::isInstance);
    named.ifPresent(value -> head.add(Spelling.oneLine(value)));
    var rest = new ArrayList<PlanNode.Entry>();
    for (var entry : mapping.entries()) {
      var key = entry.key().text();
      if (named.isPresent() && named.get() == entry.value()) {
        continue;
      }
      if (Code.KEYWORDS.contains(key) && words.get(key).isPresent()) {
        head.add(page.named(entry));
      } else {
        rest.add(entry);
      }
    }
    page.open(head.isEmpty() ? word : word + "(" + String.join(", ", head) + ")");
    rest.forEach(entry -> entry(entry, words));
    page.close();
  }

  private void item(PlanNode.Mapping item, String list, Vocabulary words) {
    var word = word(item, list, words).orElseThrow();
    var meaning = (Vocabulary.Item) words.get(word).orElseThrow();
    var arguments = new ArrayList<String>();
    boolean isSimple = item.entries().size() <= MOST_ON_A_LINE;
    var name = name(item, meaning);
    name.ifPresent(value -> arguments.add(page.value(value)));
    for (var entry : item.entries()) {
      boolean said =
          (name.isPresent() && name.get() == entry.value())
              || (meaning.role().isPresent() && entry.key().text().equals("role"));
      if (!said) {
        arguments.add(page.named(entry));
        isSimple &= isSimple(entry.value());
      }
    }
    var inside = meaning.inside();
    boolean onLine = isSimple && page.fits(word + " " + String.join(", ", arguments));
    if (inside.isEmpty() || onLine) {
      page.statement(word + " ", arguments, "");
    } else {
      block(word, item, meaning.name(), Vocabulary.of(inside.get()));
    }
  }

  private static boolean isSimple(PlanNode value) {
    return value instanceof PlanNode.Scalar
        || (value instanceof PlanNode.Sequence list
            && list.items().stream().allMatch(PlanNode.Scalar.class::isInstance));
  }

  private static Optional<PlanNode> name(PlanNode.Mapping item, Vocabulary.Item meaning) {
    return meaning.name().flatMap(item::get).filter(PlanNode.Scalar.class::isInstance);
  }

  /** The word that says most of an item: its role, then its name. */
  private static Optional<String> word(PlanNode.Mapping item, String list, Vocabulary words) {
    String found = null;
    int most = -1;
    for (var word : words.adding(list)) {
      var meaning = (Vocabulary.Item) word.getValue();
      boolean isNamed = name(item, meaning).isPresent();
      int says = isNamed ? 1 : 0;
      if (meaning.role().isPresent()) {
        says = isNamed && hasRole(item, meaning.role().get()) ? 2 : -1;
      }
      if (says > most) {
        most = says;
        found = word.getKey();
      }
    }
    return Optional.ofNullable(found);
  }

  private static boolean hasRole(PlanNode.Mapping item, String role) {
    return item.get("role").orElse(null) instanceof PlanNode.Scalar said
        && said.text().equals(role);
  }

  private static boolean isReason(PlanNode.Mapping map) {
    return map.entries().size() == 1 && map.entries().get(0).key().text().equals(SKIPPED);
  }

  private void refuse(String key, PlanNode value) {
    findings.add(
        Diagnostic.at(
                value.span(),
                Rule.UNKNOWN_KEY,
                "the value of `" + key + "` cannot be written in a Groovy file")
            .help("keep this plan in YAML, or say it in one of the ways that `plan new` shows"));
  }
}
