package org.planlock.plan.binding;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import org.planlock.plan.value.Key;
import org.planlock.plan.value.Spelled;

/** How names in our types are written in plans. */
final class Keys {
  private Keys() {}

  /** The key of a record component: what {@code @Key} says, or its name in snake case. */
  static String of(RecordComponent component) {
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
    var snake = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      if (i > 0 && isUpper(name.charAt(i)) && !isUpper(name.charAt(i - 1))) {
        snake.append('_');
      }
      snake.append(name.charAt(i));
    }
    return snake.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isUpper(char letter) {
    return letter >= 'A' && letter <= 'Z';
  }
}
