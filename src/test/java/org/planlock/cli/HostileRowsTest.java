package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.cli.HostileText.Absent;
import org.planlock.cli.HostileText.Accepted;
import org.planlock.cli.HostileText.Refused;
import org.planlock.cli.HostileText.Remarked;
import org.planlock.cli.HostileText.Written;

/**
 * Each hostile thing that the text of a plan can hold, in each notation, as a user of {@code check}
 * meets it. The numbers are those of the list of bad inputs.
 */
@Timeout(120)
class HostileRowsTest {
  /** Files rather than texts: {@link HostileFilesTest}. */
  private static final Set<Integer> FILES = Set.of(33, 35, 36, 46);

  @TempDir private Path folder;

  private static List<HostileRow> rows() {
    return Stream.of(
            HostileStructure.rows(),
            HostileCharacters.rows(),
            HostileNumerals.rows(),
            HostileCommas.rows(),
            HostileCounts.rows(),
            HostileMeanings.rows(),
            HostileDisplays.rows(),
            HostileCode.rows())
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void noRowThatConcernsTheTextOfAPlanIsAbsent() {
    var expected = new TreeSet<Integer>();
    IntStream.of(IntStream.rangeClosed(1, 48).toArray()).forEach(expected::add);
    IntStream.rangeClosed(71, 75).forEach(expected::add);
    expected.removeAll(FILES);
    var held = new TreeSet<Integer>();
    Stream.concat(rows().stream(), HostileSizes.rows().stream())
        .forEach(row -> held.add(row.number()));
    assertThat(held).isEqualTo(expected);
  }

  /** What a notation cannot say is said with its reason, and nowhere by all three. */
  @Test
  void everyRowIsThereInEveryNotationOrSaysWhyNot() {
    for (var row : rows()) {
      var absent = row.texts().stream().filter(Absent.class::isInstance).toList();
      assertThat(absent).as(row.what()).hasSizeLessThan(2);
      assertThat(absent)
          .allSatisfy(text -> assertThat(((Absent) text).reason()).hasSizeGreaterThan(20));
    }
  }

  @TestFactory
  Stream<DynamicTest> everyTextEndsAsItsRowSays() {
    return rows().stream()
        .flatMap(
            row ->
                Arrays.stream(HostileStudy.values())
                    .filter(notation -> !(row.in(notation) instanceof Absent))
                    .map(
                        notation ->
                            dynamicTest(
                                row.number() + " " + row.what() + " in " + notation,
                                () -> check(notation, row.in(notation)))));
  }

  @Test
  @Timeout(120)
  void largeTextsEndInOneProcessOfLittleMemory() throws IOException, InterruptedException {
    var words = new ArrayList<>(List.of(folder.toString()));
    var expected = new ArrayList<Refused>();
    for (var row : HostileSizes.rows()) {
      for (var notation : HostileStudy.values()) {
        var refused = (Refused) row.in(notation);
        var name = expected.size() + "/" + notation.fileName();
        new Desk(folder).with(name, refused.text().bytes());
        words.add(name);
        expected.add(
            new Refused(
                refused.code(),
                refused.phrase(),
                expected.size() + "/" + refused.place(),
                refused.text()));
      }
    }
    var process = OtherJvm.java(folder, "256m", CheckedInTurn.class, words);
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    var pages = Stream.of(said.split(CheckedInTurn.NEXT)).skip(1).toList();
    assertThat(pages).hasSameSizeAs(expected);
    for (int i = 0; i < pages.size(); i++) {
      var page = pages.get(i).split("\n", 2);
      assertThat(page[0]).as(pages.get(i)).isEqualTo("3");
      assertThat(page[1]).doesNotContain("Exception", "\tat ");
      assertFound(page[1], "error", expected.get(i));
      assertThat(page[1].lines()).as("a short page").hasSizeLessThan(200);
    }
  }

  private void check(HostileStudy notation, HostileText text) throws IOException {
    if (text instanceof Refused refused) {
      assertFound(said(notation, refused.text(), 3), "error", refused);
    } else if (text instanceof Remarked remarked) {
      assertFound(
          said(notation, remarked.text(), 0),
          "(warning|note)",
          new Refused(remarked.code(), remarked.phrase(), remarked.place(), remarked.text()));
    } else if (text instanceof Accepted accepted) {
      said(notation, accepted.text(), 0);
      assertThat(canonical(notation, accepted.text()))
          .isEqualTo(canonical(notation, accepted.plain()));
    }
  }

  /** What {@code check} prints of a file with these bytes, and that it leaves nothing behind. */
  private String said(HostileStudy notation, Written text, int exit) throws IOException {
    var desk = desk(notation, text);
    assertThat(desk.type("check", notation.fileName())).as(desk.out() + desk.err()).isEqualTo(exit);
    var said = desk.out() + desk.err();
    assertThat(said).doesNotContain("Exception", "\tat ", "internal error", "\u001b", "\u202e");
    assertThat(desk.files()).containsExactly(notation.fileName());
    return said;
  }

  /** One finding has all of these: its first line the code, its second the place. */
  private static void assertFound(String said, String severity, Refused expected) {
    assertThat(said.split("\n\n"))
        .as(said)
        .anySatisfy(
            finding -> {
              assertThat(finding)
                  .containsPattern("^" + severity + "\\[" + expected.code() + "]: ")
                  .contains(expected.phrase());
              assertThat(finding.lines().skip(1).findFirst()).contains("  --> " + expected.place());
            });
  }

  /** The bytes of which the plan's digest is taken. */
  private String canonical(HostileStudy notation, Written text) throws IOException {
    var desk = desk(notation, text);
    assertThat(desk.type("show", notation.fileName(), "--as", "json")).as(desk.err()).isZero();
    return desk.out();
  }

  private Desk desk(HostileStudy notation, Written text) throws IOException {
    return new Desk(Files.createTempDirectory(folder, "row"))
        .with(notation.fileName(), text.bytes());
  }
}
