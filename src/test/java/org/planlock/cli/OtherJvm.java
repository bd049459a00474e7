package org.planlock.cli;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What another Java needs to run this program in any folder. */
final class OtherJvm {
  private OtherJvm() {}

  /** The class path of this one, with no part that depends on the folder. */
  static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(part -> Path.of(part).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A class with a {@code main} in a process of its own that may use so much memory. */
  static Process java(Path folder, String memory, Class<?> program, List<String> words)
      throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath(),
                program.getName()));
    command.addAll(words);
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
  }

  /** A command in a folder, in a process of its own; nobody reads what it prints. */
  static Process plan(Path folder, String... words) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                Main.class.getName()));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("PLANLOCK_CONFIG", folder.resolve("config").toString());
    return builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start();
  }
}
