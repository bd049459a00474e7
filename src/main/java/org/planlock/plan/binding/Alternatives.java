package org.planlock.plan.binding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sealed interfaces and their records, asked for with each item of a plan: a class looks them up
 * anew each time, even where it is only asked whether it is sealed.
 */
final class Alternatives {
  private static final ClassValue<List<Class<?>>> PERMITTED =
      new ClassValue<>() {
        @Override
        protected List<Class<?>> computeValue(Class<?> type) {
          var permitted = Optional.ofNullable(type.getPermittedSubclasses());
          return permitted.map(List::of).orElse(List.of());
        }
      };
  private static final ClassValue<Boolean> ONE_OF_SEVERAL =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return Stream.of(type.getInterfaces()).anyMatch(Class::isSealed);
        }
      };

  private Alternatives() {}

  /** Whether a type is an interface whose records are alternatives. */
  static boolean has(Class<?> type) {
    return type.isInterface() && !of(type).isEmpty();
  }

  /** What a sealed interface permits. */
  static List<Class<?>> of(Class<?> sealed) {
    return PERMITTED.get(sealed);
  }

  /** Whether a record is one of several. */
  static boolean isOne(Class<?> type) {
    return ONE_OF_SEVERAL.get(type);
  }
}
