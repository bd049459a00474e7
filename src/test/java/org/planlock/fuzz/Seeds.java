package org.planlock.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.Arguments;

/** Where fuzzing starts: the good and bad inputs that other tests have, and what was once found. */
public final class Seeds {
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final int LARGEST = 32 << 10;

  private Seeds() {}

  /** The files below these folders whose names end so, apart from very large ones. */
  public static Stream<Arguments> ending(String ending, String... folders) {
    return ending(ending, bytes -> bytes, folders);
  }

  /** The same, each changed into what the target reads. */
  public static Stream<Arguments> ending(
      String ending, UnaryOperator<byte[]> change, String... folders) {
    return Arrays.stream(folders)
        .flatMap(folder -> files(RESOURCES.resolve(folder), ending).stream())
        .map(file -> seed(file.toString(), change.apply(bytes(file))));
  }

  /**
   * The files of the first method, only while Jazzer fuzzes: other tests read these files in every
   * build.
   */
  public static Stream<Arguments> onlyToFuzz(String ending, String... folders) {
    return System.getenv("JAZZER_FUZZ") == null ? Stream.of() : ending(ending, folders);
  }

  /** One input under a name that a report can show. */
  public static Arguments seed(String name, byte[] bytes) {
    return Arguments.of(Named.of(name, bytes));
  }

  /** The bytes of a file below the test resources. */
  public static byte[] resource(String path) {
    return bytes(RESOURCES.resolve(path));
  }

  private static List<Path> files(Path folder, String ending) {
    try (var all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending))
          .filter(Files::isRegularFile)
          .filter(file -> file.toFile().length() <= LARGEST)
          .sorted()
          .toList();
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
}
