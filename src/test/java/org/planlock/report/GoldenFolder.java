package org.planlock.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.planlock.diagnostic.Diagnostic;

/**
 * A folder of cases with what is said about each in a file {@code .errors} beside it; {@code
 * -Dgolden.update=true} records it anew.
 *
 * @param ending of the cases' names
 */
public record GoldenFolder(Path path, String ending) {
  /** The cases' file names, in order. */
  public List<String> names() throws IOException {
    try (var files = Files.list(path)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .sorted()
          .toList();
    }
  }

  public byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(path.resolve(name));
  }

  public String text(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  /** Compares findings with the recorded ones, word for word. */
  public void check(String name, List<Diagnostic> found) throws IOException {
    var said = new DiagnosticText(Style.PLAIN).of(found);
    var record = path.resolve(name.replace(ending, ".errors"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(record, said, StandardCharsets.UTF_8);
    }
    assertThat(said).isEqualTo(Files.readString(record, StandardCharsets.UTF_8));
  }

  /** Holds a case to the code with which its name begins. */
  public static void checkNamesake(String name, List<Diagnostic> found) {
    assertThat(found)
        .extracting(finding -> finding.rule().code())
        .as("the mistake that the file is named after")
        .contains(name.substring(0, 4));
  }
}
