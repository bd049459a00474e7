package org.planlock.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Copies a folder of classes so that each lambda and method reference is a class of its own.
 *
 * <p>Java makes such a class when the place is first reached, and joining it to the place takes
 * five times as long as loading a class from an archive: a check of a plan passes nine hundred such
 * places (ADR 0011). What the program does stays the same.
 */
public final class PlainLambdas {
  private static final String CLASS = ".class";

  private PlainLambdas() {}

  /**
   * Copies all files of one folder into another, classes with plain lambdas.
   *
   * @param folders the one to read and the one to write, which is made where it is missing
   * @throws UncheckedIOException if a file cannot be read or written
   */
  public static void main(String[] folders) {
    if (folders.length != 2) {
      throw new IllegalArgumentException("two folders are needed: classes, and where to");
    }
    copy(Path.of(folders[0]), Path.of(folders[1]));
  }

  private static void copy(Path from, Path to) {
    var classes = new PlainClasses();
    for (var file : files(from)) {
      if (file.toString().endsWith(CLASS)) {
        classes.read(bytes(file));
      } else {
        copyFile(file, to.resolve(from.relativize(file)));
      }
    }
    classes.written().forEach((name, bytes) -> write(to.resolve(name + CLASS), bytes));
  }

  /** In the order of their names, so that the same classes give the same bytes. */
  private static List<Path> files(Path folder) {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copyFile(Path file, Path copy) {
    try {
      Files.createDirectories(copy.resolveSibling(""));
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
