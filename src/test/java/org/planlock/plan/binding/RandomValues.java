package org.planlock.plan.binding;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.planlock.plan.expression.Expression;
import org.planlock.plan.expression.RandomExpressions;
import org.planlock.plan.inference.Setting;
import org.planlock.plan.prepare.Step;
import org.planlock.plan.value.Decimal;
import org.planlock.plan.value.Declared;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/** Trees at random of whatever type a component of a plan has; which keys stand is counted. */
final class RandomValues {
  private static final Span NOWHERE = Span.none("random");

  private final SplittableRandom random;
  private final KeysSeen seen;
  private final RandomTexts texts;
  private final RandomNumbers numbers;
  private final RandomPhrases phrases;
  private final RandomExpressions expressions;
  private final double fullness;
  private final List<PlanNode.Entry> plan = new ArrayList<>();

  /**
   * Values of one stream of random numbers.
   *
   * @param fullness the share of optional keys that are written
   */
  RandomValues(SplittableRandom random, KeysSeen seen, double fullness) {
    this.random = random;
    this.seen = seen;
    this.fullness = fullness;
    this.texts = new RandomTexts(random);
    this.numbers = new RandomNumbers(random);
    this.phrases = new RandomPhrases(random, texts, numbers);
    this.expressions = new RandomExpressions(random.nextLong());
  }

  static PlanNode.Scalar scalar(String text) {
    return new PlanNode.Scalar(text, NOWHERE);
  }

  static PlanNode.Sequence list(List<? extends PlanNode> items) {
    return new PlanNode.Sequence(List.copyOf(items), NOWHERE);
  }

  static PlanNode.Mapping mapping(List<PlanNode.Entry> entries) {
    return new PlanNode.Mapping(entries, NOWHERE);
  }

  static PlanNode.Mapping mapping(String key, PlanNode value) {
    return mapping(List.of(new PlanNode.Entry(scalar(key), value)));
  }

  RandomTexts texts() {
    return texts;
  }

  SplittableRandom random() {
    return random;
  }

  /** What may stand under the key of a component; the key counts as seen. */
  PlanNode component(RecordComponent component) {
    seen.add(component);
    return value(component.getGenericType(), component);
  }

  /** A mapping with the required keys of a record and some of the others. */
  PlanNode.Mapping record(Class<?> type) {
    if (type == Setting.class) {
      return RandomSettings.of(plan, this, seen);
    }
    var item = keysOf(type);
    return random.nextInt(8) == 0
        ? RandomTemplates.of(type, item, texts, hasMeasures(), seen)
        : item;
  }

  private boolean hasMeasures() {
    return plan.stream()
        .anyMatch(
            entry ->
                entry.key().text().equals("measures")
                    && entry.value() instanceof PlanNode.Sequence list
                    && !list.items().isEmpty());
  }

  private PlanNode.Mapping keysOf(Class<?> type) {
    var entries = new ArrayList<PlanNode.Entry>();
    for (var component : RandomShapes.of(type, random)) {
      if (Expected.isRequired(component)
          || RandomShapes.isNeeded(component)
          || random.nextDouble() < fullness) {
        entries.add(new PlanNode.Entry(scalar(Keys.of(component)), component(component)));
      }
    }
    return mapping(entries);
  }

  /** The same values, whose keys do not count as seen. */
  RandomValues uncounted() {
    var other = new RandomValues(random.split(), new KeysSeen(), fullness);
    other.plan.addAll(plan);
    return other;
  }

  /** Makes known what the plan has said so far. */
  void said(PlanNode.Entry entry) {
    plan.add(entry);
  }

  private PlanNode value(Type type, RecordComponent component) {
    if (type instanceof ParameterizedType generic) {
      var inner = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == List.class) {
        return items(inner, component);
      }
      boolean none = generic.getRawType() == Declared.class && random.nextInt(8) == 0;
      return none ? mapping("not_applicable", scalar(texts.sentence())) : value(inner, component);
    }
    return plain((Class<?>) type, component);
  }

  private PlanNode plain(Class<?> type, RecordComponent component) {
    if (type == Expression.class) {
      return expression();
    }
    if (type.isSealed() && type.isInterface()) {
      return alternative(type);
    }
    boolean phrase = Phrases.isReadable(type);
    boolean onlyPhrase = org.planlock.plan.value.Phrase.class.isAssignableFrom(type);
    if (type.isRecord() && !onlyPhrase && !(phrase && random.nextBoolean())) {
      return record(type);
    }
    return scalar(phrase && type != Decimal.class ? phrases.of(type) : word(type, component));
  }

  private PlanNode alternative(Class<?> sealed) {
    var chosen = texts.pick(List.of(sealed.getPermittedSubclasses()));
    boolean bare = RecordBinder.isListed(chosen) && random.nextBoolean();
    return bare ? component(chosen.getRecordComponents()[0]) : record(chosen);
  }

  private PlanNode expression() {
    var text = Expression.of(expressions.tree(1 + random.nextInt(2))).text();
    if (random.nextInt(4) > 0) {
      return scalar(text);
    }
    var parts = List.of(scalar(text), scalar(Expression.of(expressions.tree(2)).text()));
    return mapping(random.nextBoolean() ? "all" : "any", list(parts));
  }

  private String word(Class<?> type, RecordComponent component) {
    var limits = Limits.of(component);
    if (type == Decimal.class) {
      return numbers.within(limits);
    }
    if (List.of(int.class, Integer.class, long.class, Long.class).contains(type)) {
      return numbers.whole(limits);
    }
    if (type == boolean.class || type == Boolean.class) {
      return String.valueOf(random.nextBoolean());
    }
    if (type.isEnum()) {
      var word = Keys.word((Enum<?>) texts.pick(List.of(type.getEnumConstants())));
      return random.nextInt(4) == 0 ? word.replace('_', ' ') : word;
    }
    return RandomShapes.isName(component) ? texts.name() : texts.sentence();
  }

  private PlanNode items(Type inner, RecordComponent component) {
    int most = RandomShapes.length(component, random);
    var items = new ArrayList<PlanNode>();
    var names = new HashSet<String>();
    for (int tries = 0; items.size() < most && tries < 9; tries++) {
      var item = value(inner, component);
      if (inner == Step.class) {
        item = RandomShapes.numbered((PlanNode.Mapping) item, items.size() + 1);
      }
      if (inner == Decimal.class || nameOf(item).isEmpty() || names.add(nameOf(item))) {
        items.add(item);
      }
    }
    boolean alone = items.size() == 1 && items.get(0) instanceof PlanNode.Scalar;
    return alone && !nameOf(items.get(0)).equals("none") && random.nextInt(4) == 0
        ? items.get(0)
        : list(items);
  }

  /** By what one item must differ from the others; empty where nothing tells them apart. */
  private static String nameOf(PlanNode item) {
    if (!(item instanceof PlanNode.Mapping mapping)) {
      return item instanceof PlanNode.Scalar scalar
          ? Phrases.spaced(scalar.text()).replace(' ', '_')
          : "";
    }
    return Stream.of("name", "id", "step", "path")
        .flatMap(key -> mapping.get(key).stream())
        .map(RandomValues::nameOf)
        .findFirst()
        .orElse("");
  }
}
