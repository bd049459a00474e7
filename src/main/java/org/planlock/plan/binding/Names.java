package org.planlock.plan.binding;

import java.util.Optional;

/** By what an item of a list is told from the others: its name or id, or the text itself. */
final class Names {
  private Names() {}

  static Optional<Object> of(Object value) {
    if (value instanceof String || value instanceof Enum<?>) {
      return Optional.of(value);
    }
    if (!(value instanceof Record)) {
      return Optional.empty();
    }
    return Components.of(value.getClass()).stream()
        .filter(
            component ->
                component.name().equals("name")
                    || component.name().equals("id")
                    || component.name().equals("step"))
        .findFirst()
        .map(component -> component.read(value));
  }
}
