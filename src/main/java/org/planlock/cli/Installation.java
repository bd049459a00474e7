package org.planlock.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that holds the examples: around the jar, or where {@code planlock.home} says. */
final class Installation {
  private static final int DEEPEST = 4;

  private Installation() {}

  static Path folder() {
    var stated = System.getProperty("planlock.home");
    return stated == null ? around(program()) : Path.of(stated);
  }

  private static Path around(Path program) {
    var folder = program;
    for (int i = 0; i < DEEPEST && folder.getParent() != null; i++) {
      folder = folder.getParent();
      if (Files.isDirectory(folder.resolve("examples"))) {
        return folder;
      }
    }
    return program;
  }

  private static Path program() {
    try {
      return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      return Path.of("");
    }
  }
}
