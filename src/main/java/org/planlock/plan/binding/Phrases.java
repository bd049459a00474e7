package org.planlock.plan.binding;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.plan.value.Decimal;
import org.planlock.plan.value.Form;
import org.planlock.plan.value.Phrase;
import org.planlock.plan.value.ShortForm;

/** Types that are written as a phrase: how to read one and what it looks like. */
final class Phrases {
  private static final ClassValue<Method> PARSERS =
      new ClassValue<>() {
        @Override
        protected Method computeValue(Class<?> type) {
          return parser(type);
        }
      };
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private Phrases() {}

  static boolean isReadable(Class<?> type) {
    return Phrase.class.isAssignableFrom(type) || ShortForm.class.isAssignableFrom(type);
  }

  /** Reads through the type's own {@code parse}. */
  static Optional<?> read(Class<?> type, String text) {
    try {
      return (Optional<?>) PARSERS.get(type).invoke(null, spaced(text));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(type + "'s parse(String) is not public and static", e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("reading " + type + " failed on: " + text, e);
    }
  }

  private static Method parser(Class<?> type) {
    try {
      return type.getMethod("parse", String.class);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(
          type + " is a phrase without a public static parse(String)", e);
    }
  }

  /** What a value of the type looks like, for a help. */
  static String form(Class<?> type) {
    var form = type.getAnnotation(Form.class);
    if (form != null) {
      return form.value();
    }
    if (type.isEnum()) {
      return Stream.of(type.getEnumConstants())
          .map(c -> "`" + Keys.word((Enum<?>) c) + "`")
          .collect(Collectors.joining(", "));
    }
    return type == Decimal.class || type == int.class || type == Integer.class
        ? "a number"
        : type == String.class ? "text" : "one value";
  }

  /** One space between words, none at the ends, letters composed (NFC). */
  static String spaced(String text) {
    if (isSpaced(text)) {
      return text;
    }
    var composed = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC);
    return SPACES.matcher(composed.strip()).replaceAll(" ");
  }

  /** Most texts are plain ASCII and spaced already, and the tables of Unicode take time to load. */
  private static boolean isSpaced(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (next < ' ' || next > '~' || (next == ' ' && before == ' ')) {
        return false;
      }
      before = next;
    }
    return before != ' ' || text.isEmpty();
  }
}
