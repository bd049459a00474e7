package org.planlock.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One folder of files that some command is to judge.
 *
 * @param name of the folder; it ends in {@code _ok} or {@code _fail}
 * @param about what was done to the files, in one sentence
 * @param arguments of the command, from within the folder
 * @param exit the exit code that it must give
 * @param findings the codes that it must show, these and no others
 */
public record Case(
    String name, String about, List<String> arguments, int exit, List<String> findings) {
  static final String FILE = "case.txt";

  public Case {
    arguments = List.copyOf(arguments);
    findings = List.copyOf(new TreeSet<>(findings));
    if (isOk(name) != (exit == 0)) {
      throw new IllegalArgumentException(name + " cannot end with " + exit);
    }
  }

  boolean isOk() {
    return isOk(name);
  }

  private static boolean isOk(String name) {
    if (name.endsWith("_ok") == name.endsWith("_fail")) {
      throw new IllegalArgumentException(name + " ends neither in _ok nor in _fail");
    }
    return name.endsWith("_ok");
  }

  /** The case in a folder. */
  static Case read(Path folder) throws IOException {
    Map<String, String> said = new HashMap<>();
    for (var line : Files.readAllLines(folder.resolve(FILE))) {
      int colon = line.indexOf(':');
      said.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    return new Case(
        folder.getFileName().toString(),
        said.getOrDefault("about", ""),
        words(said.getOrDefault("run", "")),
        Integer.parseInt(said.getOrDefault("exit", "")),
        words(said.getOrDefault("findings", "")));
  }

  private static List<String> words(String line) {
    return line.isEmpty() ? List.of() : List.of(line.split(" "));
  }

  /** Writes down what is expected of the files in a folder. */
  void write(Path folder) throws IOException {
    var text =
        "about: "
            + about
            + "\nrun: "
            + String.join(" ", arguments)
            + "\nexit: "
            + exit
            + "\nfindings: "
            + String.join(" ", findings);
    Files.writeString(folder.resolve(FILE), text.stripTrailing() + "\n");
  }
}
