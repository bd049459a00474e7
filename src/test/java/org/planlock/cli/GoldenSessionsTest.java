package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people type in a folder of their own, and exactly what they read: {@code ==> name <==} opens
 * a file, {@code ==> name * 9 <==} one that repeats its lines, {@code ==> name = 1f8b <==} one of
 * these bytes, {@code ==> name -> target <==} makes a link, and {@code ==> $ command <==} is typed.
 * A file {@code answers} is what a person types when the last command asks. Commands before the
 * last must succeed; what the last one said follows it. {@code -Dgolden.update=true} records it
 * anew.
 */
class GoldenSessionsTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/sessions");
  private static final Pattern OPENING = Pattern.compile("(?m)^==> (.*) <==\\n");

  @TempDir private Path folder;

  static List<String> sessions() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void readsExactlyWhatIsRecorded(String name) throws IOException {
    var record = FOLDER.resolve(name);
    var text = Files.readString(record, StandardCharsets.UTF_8);
    var openings = OPENING.matcher(text).results().toList();
    for (int i = 0; i < openings.size() - 1; i++) {
      carryOut(
          openings.get(i).group(1),
          text.substring(openings.get(i).end(), openings.get(i + 1).start()));
    }
    var last = openings.get(openings.size() - 1);
    var said = said(last.group(1));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(record, text.substring(0, last.end()) + said, StandardCharsets.UTF_8);
    }
    assertThat(said)
        .as("the mistake that the file is named after")
        .contains("[" + name.substring(0, 4) + "]");
    var recorded = Files.readString(record, StandardCharsets.UTF_8).substring(last.end());
    assertThat(said).isEqualTo(recorded);
  }

  private void carryOut(String opening, String lines) throws IOException {
    if (opening.startsWith("$ ")) {
      var desk = new Desk(folder);
      assertThat(desk.type(words(opening))).as(opening + "\n" + desk.err()).isZero();
    } else if (opening.contains(" -> ")) {
      var link = opening.split(" -> ");
      Files.createSymbolicLink(folder.resolve(link[0]), Path.of(link[1]));
    } else if (opening.contains(" = ")) {
      var file = opening.split(" = ");
      new Desk(folder).with(file[0], HexFormat.of().parseHex(file[1]));
    } else {
      var file = opening.split(" \\* ");
      int times = file.length == 1 ? 1 : Integer.parseInt(file[1]);
      new Desk(folder).with(file[0], lines.repeat(times));
    }
  }

  private String said(String opening) {
    var desk = new Desk(folder);
    var answers = folder.resolve("answers");
    if (Files.exists(answers)) {
      desk.answering(text(answers));
    }
    int exit = desk.type(words(opening));
    return (desk.out() + desk.err()).replace(folder + "/", "") + "exit " + exit + "\n";
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String[] words(String opening) {
    return opening.substring("$ plan ".length()).split(" ");
  }
}
