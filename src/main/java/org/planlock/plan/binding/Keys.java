package org.planlock.plan.binding;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.planlock.plan.value.Key;
import org.planlock.plan.value.Spelled;

/** How names in our types are written in plans. */
final class Keys {
  /** Asked for each key of each item of a plan, and always the same. */
  private static final ClassValue<Map<String, String>> KNOWN =
      new ClassValue<>() {
        @Override
        protected Map<String, String> computeValue(Class<?> type) {
          return Components.of(type).stream()
              .collect(Collectors.toUnmodifiableMap(RecordComponent::getName, Keys::spelled));
        }
      };

  private static final ClassValue<List<String>> ALL =
      new ClassValue<>() {
        @Override
        protected List<String> computeValue(Class<?> type) {
          return Components.of(type).stream().map(Keys::of).toList();
        }
      };

  private Keys() {}

  /** The key of a record component: what {@code @Key} says, or its name in snake case. */
  static String of(RecordComponent component) {
    return KNOWN.get(component.getDeclaringRecord()).getOrDefault(component.getName(), "");
  }

  /** The keys of a record, in the order of its components. */
  static List<String> of(Class<?> type) {
    return ALL.get(type);
  }

  private static String spelled(RecordComponent component) {
    var key = component.getAnnotation(Key.class);
    return key != null ? key.value() : snake(component.getName());
  }

  /** The word of an enum constant: its own spelling, or its name in lower case. */
  static String word(Enum<?> constant) {
    return constant instanceof Spelled spelled
        ? spelled.spelling()
        : constant.name().toLowerCase(Locale.ROOT);
  }

  private static String snake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
