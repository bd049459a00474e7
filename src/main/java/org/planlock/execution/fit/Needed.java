package org.planlock.execution.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.plan.value.Declared;

/** Asks one model's declarations for what a fit cannot do without, and notes what is open. */
final class Needed {
  private final String modelName;
  private final List<Diagnostic> found = new ArrayList<>();

  Needed(String modelName) {
    this.modelName = modelName;
  }

  /** The stated value; one that is open or does not apply is a finding. */
  <T> Optional<T> stated(Declared<T> declared, String... keys) {
    if (declared.stated().isEmpty()) {
      found.add(Refusals.stillOpen(UsedNames.model(modelName, keys)));
    }
    return declared.stated();
  }

  /** The stated value; only one that is open is a finding. */
  <T> Optional<T> unlessOpen(Declared<T> declared, String... keys) {
    if (declared.isOpen()) {
      found.add(Refusals.stillOpen(UsedNames.model(modelName, keys)));
    }
    return declared.stated();
  }

  List<Diagnostic> found() {
    return List.copyOf(found);
  }
}
