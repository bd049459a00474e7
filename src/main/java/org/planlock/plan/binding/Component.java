package org.planlock.plan.binding;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Optional;
import org.planlock.plan.value.Technical;

/**
 * A component of a record and what its annotations say, read once for all items of a plan.
 *
 * @param key how plans write its name
 * @param technical the value where a plan is silent
 */
record Component(
    Method accessor,
    String name,
    String key,
    Class<?> raw,
    Type type,
    Limits limits,
    Optional<String> technical) {
  static Component of(RecordComponent component) {
    return new Component(
        component.getAccessor(),
        component.getName(),
        Keys.of(component),
        component.getType(),
        component.getGenericType(),
        Limits.of(component),
        Optional.ofNullable(component.getAnnotation(Technical.class)).map(Technical::value));
  }

  Object read(Object owner) {
    try {
      return accessor.invoke(owner);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + name + " of " + owner.getClass(), e);
    }
  }
}
