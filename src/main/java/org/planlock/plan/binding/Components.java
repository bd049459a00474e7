package org.planlock.plan.binding;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

/**
 * The components of records, asked for with each item of a plan: the class itself would read their
 * annotations and types anew each time.
 */
final class Components {
  private static final ClassValue<List<RecordComponent>> ALL =
      new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
          return List.of(type.getRecordComponents());
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
  static List<RecordComponent> of(Class<?> type) {
    return ALL.get(type);
  }

  static Object read(RecordComponent component, Object owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + component + " of " + owner.getClass(), e);
    }
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
    var parameters = Stream.of(type.getRecordComponents()).map(RecordComponent::getType);
    try {
      return type.getDeclaredConstructor(parameters.toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record without its constructor: " + type, e);
    }
  }
}
