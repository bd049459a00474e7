package org.planlock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where a person's own things lie, such as the key of their own clock; none on some machines. */
record ConfigFolder(Optional<Path> path) {
  static ConfigFolder of(Surroundings surroundings) {
    return new ConfigFolder(
        set(surroundings.environment(), "PLANLOCK_CONFIG")
            .or(() -> below(surroundings, "XDG_CONFIG_HOME", "planlock"))
            .or(() -> below(surroundings, "APPDATA", "planlock"))
            .or(() -> below(surroundings, "HOME", ".config/planlock"))
            .map(surroundings::file));
  }

  /** The folder, made if need be; empty if there is none or it cannot be made. */
  Optional<Path> made() {
    return path.filter(ConfigFolder::isMade);
  }

  private static boolean isMade(Path folder) {
    try {
      Files.createDirectories(folder);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<String> below(Surroundings surroundings, String name, String folder) {
    return set(surroundings.environment(), name).map(root -> root + "/" + folder);
  }

  private static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
