package org.planlock.plan.binding;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;

/** Values of record components. */
final class Components {
  private Components() {}

  static Object read(RecordComponent component, Object owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + component + " of " + owner.getClass(), e);
    }
  }
}
