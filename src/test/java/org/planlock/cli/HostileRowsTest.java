package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each hostile thing that a plan's text can hold, in each notation, as a user of it meets it. */
@Timeout(20)
class HostileRowsTest {
  @TempDir private Path folder;

  static List<HostileRow> rows() {
    return Stream.of(HostileStructure.rows(), HostileCharacters.rows(), HostileNumerals.rows(), HostileMeanings.rows(), HostileDisplays.rows(), HostileCode.rows())
        .flatMap(List::stream)
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> everyTextEndsAsItsRowSays() {
    return rows().stream()
        .flatMap(
            row ->
                Arrays.stream(HostileStudy.values())
                    .map(
                        notation ->
                            dynamicTest(
                                row.number() + " " + row.what() + " in " + notation,
                                () -> check(notation, row.in(notation)))));
  }

  private void check(HostileStudy notation, HostileText text) throws IOException {
    if (text instanceof HostileText.Refused refused) {
      var said = said(notation, refused.bytes(), 3);
      assertFound(said, "error", refused.code(), refused.phrase(), refused.place());
    } else if (text instanceof HostileText.Remarked remarked) {
      var said = said(notation, remarked.bytes(), 0);
      assertFound(said, "(warning|note)", remarked.code(), remarked.phrase(), remarked.place());
    } else if (text instanceof HostileText.Accepted accepted) {
      said(notation, accepted.bytes(), 0);
      assertThat(canonical(notation, accepted.bytes()))
          .isEqualTo(canonical(notation, accepted.plain()));
    } else if (text instanceof HostileText.Absent absent) {
      assertThat(absent.reason()).contains(" ");
    }
  }

  /** What {@code check} prints of a file with these bytes. */
  private String said(HostileStudy notation, byte[] bytes, int exit) throws IOException {
    var desk = desk(notation, bytes);
    assertThat(desk.type("check", notation.fileName()))
        .as(desk.out() + desk.err())
        .isEqualTo(exit);
    assertThat(desk.err() + desk.out()).doesNotContain("Exception", "\tat ", "internal error");
    assertThat(desk.files()).containsExactly(notation.fileName());
    return desk.out() + desk.err();
  }

  /** One finding has all of these: its first line the code, its second the place. */
  private static void assertFound(
      String said, String severity, String code, String phrase, String place) {
    assertThat(said.split("\n\n"))
        .as(said)
        .anySatisfy(
            finding -> {
              assertThat(finding).containsPattern("^" + severity + "\\[" + code + "]: ");
              assertThat(finding.lines().skip(1).findFirst()).contains("  --> " + place);
              assertThat(finding).contains(phrase);
            });
  }

  private String canonical(HostileStudy notation, byte[] bytes) throws IOException {
    var desk = desk(notation, bytes);
    assertThat(desk.type("show", notation.fileName(), "--as", "json")).as(desk.err()).isZero();
    return desk.out();
  }

  private Desk desk(HostileStudy notation, byte[] bytes) throws IOException {
    return new Desk(Files.createTempDirectory(folder, "row")).with(notation.fileName(), bytes);
  }
}
