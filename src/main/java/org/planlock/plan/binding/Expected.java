package org.planlock.plan.binding;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.planlock.plan.binding.KeyMeaning.Mention;
import org.planlock.plan.expression.Expression;
import org.planlock.plan.value.Between;
import org.planlock.plan.value.Decimal;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Technical;
import org.planlock.plan.value.TreeValue;
import org.planlock.syntax.PlanNode;

/** What may stand at a place of a plan, as the binder reads it: for editors, which ask before. */
public final class Expected {
  private static final Map<Class<?>, List<Expected>> KNOWN = new ConcurrentHashMap<>();

  private final Type type;
  private final @Nullable RecordComponent component;
  private final String key;
  private final Optional<KeyMeaning> meaning;

  private Expected(Type type, @Nullable RecordComponent component) {
    this.type = type;
    this.component = component;
    this.key = component == null ? "" : Keys.of(component);
    this.meaning = Optional.ofNullable(component).flatMap(KeyMeanings::of);
  }

  private Expected(
      Type type, @Nullable RecordComponent component, String key, Optional<KeyMeaning> meaning) {
    this.type = type;
    this.component = component;
    this.key = key;
    this.meaning = meaning;
  }

  /** The whole of what is written: a record that no key leads to, such as the plan. */
  public static Expected of(Class<? extends Record> whole) {
    return new Expected(whole, null);
  }

  /** The key that leads here; empty for the whole plan and for items of lists. */
  public String key() {
    return key;
  }

  /** What the key means. */
  public Optional<KeyMeaning> meaning() {
    return meaning;
  }

  /** Which names stand here. */
  public Mention mention() {
    return meaning.map(KeyMeaning::mention).orElse(Mention.NONE);
  }

  /** The keys that may stand here, given what stands here already. */
  public List<Expected> keys(@Nullable PlanNode there) {
    var plain = plain();
    if (plain.isSealed() && plain.isInterface()) {
      var keys = new LinkedHashMap<String, Expected>();
      alternatives(plain, there)
          .flatMap(type -> components(type).stream())
          .forEach(expected -> keys.putIfAbsent(expected.key(), expected));
      return List.copyOf(keys.values());
    }
    return hasKeys(plain) ? components(plain) : List.of();
  }

  /** What stands under a key. */
  public Optional<Expected> under(String key, @Nullable PlanNode there) {
    return keys(there).stream().filter(expected -> expected.key().equals(key)).findFirst();
  }

  /** What each item of a list here is; what is no list is its own item. */
  public Expected item() {
    return isList() ? new Expected(argument(withoutWrappers()), component, key, meaning) : this;
  }

  /** Whether several may stand here. */
  public boolean isList() {
    return withoutWrappers() instanceof ParameterizedType generic
        && generic.getRawType() == List.class;
  }

  /** Whether it may be said not to apply. */
  public boolean mayNotApply() {
    return type instanceof ParameterizedType generic && generic.getRawType() == Declared.class;
  }

  /** Whether an expression stands here. */
  public boolean isExpression() {
    return plain() == Expression.class;
  }

  /** Whether any part of a plan may stand here, as its path says. */
  public boolean isAnything() {
    return plain() == TreeValue.class;
  }

  /** The words that can stand here, where the language has a list of them. */
  public List<String> words() {
    var plain = plain();
    if (plain == boolean.class || plain == Boolean.class) {
      return List.of("true", "false");
    }
    return plain.isEnum()
        ? Stream.of(plain.getEnumConstants()).map(c -> Keys.word((Enum<?>) c)).toList()
        : List.of();
  }

  /** What a value looks like, in words. */
  public String form() {
    var plain = plain();
    var one =
        isExpression()
            ? "an expression"
            : plain == boolean.class || plain == Boolean.class
                ? "`true`, `false`"
                : (hasKeys(plain) && !Phrases.isReadable(plain)) || plain.isSealed()
                    ? "keys with values"
                    : Phrases.form(plain) + range();
    return isList() ? "list of: " + one : one;
  }

  /** The value that holds where a plan is silent, if there is one. */
  public Optional<String> technical() {
    return annotation(Technical.class).map(Technical::value).filter(text -> !text.equals("{}"));
  }

  /** Whether the key must be there. */
  public boolean isRequired() {
    return component != null && isRequired(component);
  }

  static boolean isRequired(RecordComponent component) {
    return !List.of(Optional.class, Declared.class, List.class).contains(component.getType())
        && !component.isAnnotationPresent(Technical.class);
  }

  private String range() {
    boolean limited = annotation(Between.class).isPresent() && component != null;
    return limited && component != null ? ", " + Limits.of(component).words() : "";
  }

  private <A extends java.lang.annotation.Annotation> Optional<A> annotation(Class<A> kind) {
    return Optional.ofNullable(component).map(known -> known.getAnnotation(kind));
  }

  private static Stream<Class<?>> alternatives(Class<?> sealed, @Nullable PlanNode there) {
    var list = Stream.of(sealed.getPermittedSubclasses()).<Class<?>>map(c -> c).toList();
    var chosen = list.stream().filter(c -> RecordBinder.fits(c, there)).findFirst();
    return chosen.<Stream<Class<?>>>map(Stream::of).orElseGet(list::stream);
  }

  private static List<Expected> components(Class<?> record) {
    var known = KNOWN.get(record);
    if (known == null) {
      known =
          Stream.of(record.getRecordComponents())
              .map(c -> new Expected(c.getGenericType(), c))
              .toList();
      KNOWN.put(record, known);
    }
    return known;
  }

  private static boolean hasKeys(Class<?> plain) {
    return plain.isRecord()
        && plain != Decimal.class
        && plain != Expression.class
        && plain != TreeValue.class
        && !org.planlock.plan.value.Phrase.class.isAssignableFrom(plain);
  }

  /** The type of one value: without what says that it may be absent or several. */
  private Class<?> plain() {
    Type inner = withoutWrappers();
    while (inner instanceof ParameterizedType) {
      inner = argument(inner);
    }
    return (Class<?>) inner;
  }

  private Type withoutWrappers() {
    Type inner = type;
    while (inner instanceof ParameterizedType generic && generic.getRawType() != List.class) {
      inner = argument(inner);
    }
    return inner;
  }

  private static Type argument(Type generic) {
    return ((ParameterizedType) generic).getActualTypeArguments()[0];
  }
}
