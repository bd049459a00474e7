package org.planlock.execution.fit;

import org.planlock.execution.UsedSettings;

/** Paths of a model's parts. */
final class UsedNames {
  private UsedNames() {}

  static String model(String modelName, String... keys) {
    return UsedSettings.path("models", modelName, keys);
  }
}
