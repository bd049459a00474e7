package org.planlock.syntax.groovy;

import java.lang.reflect.Method;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planlock.syntax.groovy.words.Each;
import org.planlock.syntax.groovy.words.Fields;
import org.planlock.syntax.groovy.words.Named;
import org.planlock.syntax.groovy.words.PlanBlock;
import org.planlock.syntax.groovy.words.Value;
import org.planlock.syntax.groovy.words.Word;

/**
 * The words that may stand in one kind of block.
 *
 * @param block the interface that documents them
 */
record Vocabulary(Class<?> block, Map<String, Meaning> words) {
  private static final ClassValue<Vocabulary> KNOWN =
      new ClassValue<>() {
        @Override
        protected Vocabulary computeValue(Class<?> block) {
          return documented(block);
        }
      };

  /** The words of a whole plan. */
  static Vocabulary ofPlan() {
    return of(PlanBlock.class);
  }

  /** The words that an interface documents. */
  static Vocabulary of(Class<?> block) {
    return KNOWN.get(block);
  }

  private static Vocabulary documented(Class<?> block) {
    var words = new LinkedHashMap<String, Meaning>();
    for (var method : block.getMethods()) {
      words.put(word(method), meaning(method));
    }
    return new Vocabulary(block, Collections.unmodifiableMap(words));
  }

  Optional<Meaning> get(String word) {
    return Optional.ofNullable(words.get(word));
  }

  /** In the order of the alphabet. */
  List<String> inOrder() {
    return words.keySet().stream().sorted().toList();
  }

  /** The words that add items to a list, which may be called like the list. */
  List<Map.Entry<String, Meaning>> adding(String list) {
    return words.entrySet().stream()
        .filter(word -> word.getValue() instanceof Item item && item.list().equals(list))
        .sorted(Map.Entry.comparingByKey())
        .toList();
  }

  /** What a word does. */
  sealed interface Meaning {}

  /** Gives a key its value. */
  record Plain(boolean severalValues) implements Meaning {}

  /** Opens a block; {@code name} is the key under which the block says its name. */
  record Block(Optional<String> name, Class<?> inside) implements Meaning {}

  /**
   * Adds an item to a list.
   *
   * @param name the key of its first value
   * @param role what the word says of its role
   * @param inside the block that it may open
   */
  record Item(String list, Optional<String> name, Optional<String> role, Optional<Class<?>> inside)
      implements Meaning {}

  private static Meaning meaning(Method method) {
    var type = method.getParameterTypes()[0];
    var each = method.getAnnotation(Each.class);
    if (each != null) {
      return new Item(
          each.list(),
          said(each.name()),
          said(each.role()),
          type == Fields.class ? Optional.empty() : Optional.of(type));
    }
    if (Set.of(Value.class, Value[].class).contains(type)) {
      return new Plain(type.isArray());
    }
    return new Block(
        Optional.ofNullable(method.getAnnotation(Named.class)).map(Named::value), type);
  }

  private static Optional<String> said(String text) {
    return Optional.of(text).filter(word -> !word.isEmpty());
  }

  private static String word(Method method) {
    var word = method.getAnnotation(Word.class);
    return word != null
        ? word.value()
        : method.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
