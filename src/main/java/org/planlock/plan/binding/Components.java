package org.planlock.plan.binding;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The components of records, asked for with each item of a plan: the class itself would read their
 * annotations and types anew each time.
 */
final class Components {
  private static final ClassValue<List<Component>> ALL =
      new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
          return Stream.of(type.getRecordComponents()).map(Component::of).toList();
        }
      };
  private static final ClassValue<Constructor<?>> MAKERS =
      new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> type) {
          return constructor(type);
        }
      };

  private Components() {}

  /** The components of a record type, in order. */
  static List<Component> of(Class<?> type) {
    return ALL.get(type);
  }

  /** The component that is written under a key. */
  static Optional<Component> under(Class<?> type, String key) {
    for (var component : of(type)) {
      if (component.key().equals(key)) {
        return Optional.of(component);
      }
    }
    return Optional.empty();
  }

  /** A record of these values, in the order of its components. */
  static Object create(Class<?> type, Object[] values) {
    try {
      return MAKERS.get(type).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + type, e);
    }
  }

  private static Constructor<?> constructor(Class<?> type) {
    var parameters = of(type).stream().map(Component::raw);
    try {
      return type.getDeclaredConstructor(parameters.toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record without its constructor: " + type, e);
    }
  }
}
