package org.planlock.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.planlock.diagnostic.Diagnostic;

/** Compares findings with the recorded ones; {@code -Dgolden.update=true} records them anew. */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden/data");

  private Golden() {}

  static void check(String name, List<Diagnostic> found) {
    var actual = found.stream().map(Golden::text).collect(Collectors.joining("\n"));
    var file = FOLDER.resolve(name + ".txt");
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(file, actual, StandardCharsets.UTF_8);
      }
      assertThat(actual)
          .as(name)
          .isNotEmpty()
          .isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Diagnostic finding) {
    var out = new StringBuilder();
    out.append(finding.severity().word()).append('[').append(finding.rule().code()).append("]: ");
    out.append(finding.message()).append("\n  --> ").append(finding.span().place()).append('\n');
    var quoted = finding.span().text();
    out.append("   | ").append(quoted.length() > 80 ? quoted.substring(0, 80) + "…" : quoted);
    out.append("  ").append(finding.caption()).append('\n');
    finding
        .labels()
        .forEach(
            label ->
                out.append("   | ")
                    .append(label.span().place())
                    .append(' ')
                    .append(label.span().text())
                    .append("  ")
                    .append(label.text())
                    .append('\n'));
    finding.notes().forEach(note -> out.append("   = note: ").append(note).append('\n'));
    finding.helps().forEach(help -> out.append("   = help: ").append(help).append('\n'));
    return out.toString().replaceAll(" +\n", "\n");
  }
}
