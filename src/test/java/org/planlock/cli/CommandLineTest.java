package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.Planlock;

class CommandLineTest {
  private static final Duration ENOUGH = Duration.ofSeconds(5);

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder).with("small.plan", Desk.SMALL);
  }

  @ParameterizedTest
  @CsvSource({
    "chekc small.plan, did you mean `check`?",
    "check --strct small.plan, did you mean `--strict`?",
    "check, missing required parameter: `PLAN`",
    "check a.plan b.plan, there is no `b.plan` here",
    "check --format xml small.plan, one of text json",
    "verify --nonsense, try `plan verify --help`",
  })
  void answersWrongCommandsInOneLineAndAHint(String command, String part) {
    assertThat(desk.type(command.split(" "))).isEqualTo(2);
    assertThat(desk.err().replace("text, json", "text json")).contains(part);
    assertThat(desk.err().lines()).hasSize(2).allMatch(line -> line.startsWith("plan: "));
    assertThat(desk.out()).isEmpty();
  }

  @Test
  void asksForACommandAndListsThem() {
    assertThat(desk.type()).isEqualTo(2);
    assertThat(desk.type("--help")).isZero();
    assertThat(desk.out()).contains("check", "lock", "verify", "Exit codes");
    assertThat(desk.type("--version")).isZero();
    assertThat(desk.out()).isEqualTo("planlock " + Planlock.VERSION + "\n");
  }

  @Test
  void theVersionIsThatOfTheBuild() throws IOException {
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<artifactId>planlock</artifactId>\n  <version>" + Planlock.VERSION + "<");
  }

  @Test
  void fileArgumentsAreNeverReadAsCommands() {
    desk.with("words", "check small.plan");
    assertThat(desk.type("@words")).isEqualTo(2);
  }

  @Test
  void namesWhatCannotBeRead() throws IOException {
    Files.createDirectory(folder.resolve("folder.plan"));
    assertThat(desk.type("check", "none.plan")).isEqualTo(5);
    assertThat(desk.out()).contains("there is no `none.plan`");
    assertThat(desk.type("check", "folder.plan")).isEqualTo(3);
    assertThat(desk.out()).contains("`folder.plan` is a folder");
    assertThat(desk.type("check", "small.txt")).isEqualTo(5);
    assertThat(desk.with("small.txt", Desk.SMALL).type("check", "small.txt")).isEqualTo(3);
    assertThat(desk.out()).contains("S114");
  }

  @Test
  void opensNoDeviceOrPipe() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/zero")), "this system has no /dev/zero");
    var pipe = folder.resolve("pipe.plan");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no mkfifo");
    for (var name : new String[] {"/dev/zero", "pipe.plan"}) {
      for (var command : new String[] {"check", "lock", "show", "verify"}) {
        assertThat(assertTimeoutPreemptively(ENOUGH, () -> desk.type(command, name)))
            .as(command + " " + name)
            .isEqualTo(3);
      }
    }
  }

  @Test
  void saysThatAFileMayNotBeRead() throws IOException {
    var hidden = folder.resolve("small.plan");
    Files.setPosixFilePermissions(hidden, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(hidden), "this user may read every file");
    assertThat(desk.type("check", "small.plan")).isEqualTo(5);
  }

  @Test
  void leavesNothingInAFolderThatMayNotBeWritten() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeTrue(!Files.isWritable(folder), "this user may write everywhere");
      assertThat(desk.type("lock", "small.plan")).isEqualTo(5);
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    assertThat(desk.files()).containsExactly("small.plan");
  }

  @Test
  void checkSpeaksJson() {
    desk.with("bad.plan", Desk.SMALL.replace("0.5, 1", "0.5, 1.5"));
    assertThat(desk.type("check", "bad.plan", "--format", "json")).isEqualTo(3);
    var found = JsonParser.parseString(desk.out()).getAsJsonObject().getAsJsonArray("diagnostics");
    assertThat(found.get(0).getAsJsonObject().get("severity").getAsString()).isEqualTo("error");
  }

  @Test
  void checkEndsWithTheCountOfFieldsAndListsThem() {
    assertThat(desk.type("check", "small.plan")).isZero();
    assertThat(desk.out().lines().reduce((first, last) -> last).orElse(""))
        .matches(
            "78 fields: \\d+ stated, \\d+ partly, \\d+ not applicable, \\d+ open"
                + "   \\(plan check --fields lists them\\)");
    desk.type("check", "small.plan", "--fields");
    assertThat(desk.out()).contains("A1 ", "L3 ", "missing: ", "write:   ");
    desk.type("check", "small.plan", "--fields", "--format", "json");
    var json = JsonParser.parseString(desk.out()).getAsJsonObject();
    assertThat(json.getAsJsonArray("fields")).hasSize(78);
    assertThat(json.getAsJsonObject("coverage").get("fields").getAsInt()).isEqualTo(78);
  }

  @Test
  void warningsCountOnlyWhenStrict() {
    desk.with("w.plan", Desk.SMALL.replace("using training_fold", "using analysis_set"));
    assertThat(desk.type("check", "w.plan")).isZero();
    assertThat(desk.out()).contains("warning[");
    assertThat(desk.type("check", "w.plan", "--strict")).isEqualTo(1);
  }

  @Test
  void coloursOnlyWhenAsked() {
    desk.with("bad.plan", Desk.SMALL.replace("0.5, 1", "0.5, 1.5"));
    desk.type("check", "bad.plan");
    assertThat(desk.out()).doesNotContain("\u001b");
    desk.type("check", "bad.plan", "--color", "always");
    assertThat(desk.out()).contains("\u001b[1;31m");
  }

  @Test
  void showsEscapesInNamesAsText() {
    var name = "evil\u001b[31m.plan";
    desk.type("check", name);
    assertThat(desk.out()).doesNotContain("\u001b").contains("\\u{1b}");
    desk.type("\u001b[31m");
    assertThat(desk.err()).doesNotContain("\u001b");
  }

  @Test
  void aFaultOfTheProgramIsOneLineWithAnId() {
    var complaints = new Complaints(desk.surroundings().err());
    assertThat(complaints.internal(new IllegalStateException("secret"), false)).isEqualTo(70);
    assertThat(desk.err().lines()).hasSize(1);
    assertThat(desk.err())
        .matches("plan: internal error [0-9a-f]{8} .*\n")
        .doesNotContain("secret");
  }

  @Test
  void languageAndTimeZoneOfTheMachineChangeNothing() {
    desk.type("lock", "small.plan");
    var usual = desk.bytes("small.lock");
    var locale = Locale.getDefault();
    var zone = TimeZone.getDefault();
    try {
      for (var tag : new String[] {"tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
        desk.with("again/small.plan", Desk.SMALL);
        assertThat(desk.type("lock", "again/small.plan")).isZero();
        assertThat(desk.bytes("again/small.lock")).as(tag).isEqualTo(usual);
        folder.resolve("again/small.lock").toFile().delete();
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}
