package org.planlock.lock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Whether there is something at a path. */
public final class Presence {
  private Presence() {}

  /**
   * Whether a path, or what it links to, is there.
   *
   * @throws IOException if the disk does not answer, which is no "no"
   */
  public static boolean of(Path path) throws IOException {
    try {
      Files.readAttributes(path, BasicFileAttributes.class);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
