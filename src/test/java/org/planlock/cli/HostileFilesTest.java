package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows 33, 35, 36, 46, 72 and 73: plans that are odd as files, and what their names show. */
@Timeout(20)
class HostileFilesTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
  }

  /** The file has no bytes on the disk; who read it would hold all of them. */
  @ParameterizedTest
  @EnumSource
  void aLineOfAGigabyteIsNotRead(HostileStudy notation) throws IOException {
    try (var file = new RandomAccessFile(path(notation).toFile(), "rw")) {
      file.setLength(1L << 30);
    }
    assertThat(desk.type("check", notation.fileName())).isEqualTo(3);
    assertThat(said())
        .contains("error[S108]: `" + notation.fileName() + "` is larger than 1 MiB\n  --> ");
  }

  @ParameterizedTest
  @EnumSource
  void aDeviceWithoutEndIsNotRead(HostileStudy notation) throws IOException {
    assumeTrue(Files.exists(Path.of("/dev/zero")), "there is no such device");
    Files.createSymbolicLink(path(notation), Path.of("/dev/zero"));
    assertNoRegularFile(notation);
    Files.delete(path(notation));
  }

  @ParameterizedTest
  @EnumSource
  void aPipeIsNotWaitedFor(HostileStudy notation) throws IOException, InterruptedException {
    var made = new ProcessBuilder("mkfifo", path(notation).toString()).start().waitFor();
    assumeTrue(made == 0, "there are no pipes");
    assertNoRegularFile(notation);
  }

  @ParameterizedTest
  @EnumSource
  void aSocketIsNotAskedForAPlan(HostileStudy notation) throws IOException {
    try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(path(notation)));
      assertNoRegularFile(notation);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFolderIsNoPlan(HostileStudy notation) throws IOException {
    Files.createDirectory(path(notation));
    assertRefused(notation, 3, "error[D464]: `" + notation.fileName() + "` is a folder");
  }

  private void assertNoRegularFile(HostileStudy notation) {
    assertRefused(notation, 3, "error[D464]: `" + notation.fileName() + "` is not a regular file");
  }

  /** Every command that reads a plan says the same of such a file. */
  private void assertRefused(HostileStudy notation, int exit, String finding) {
    var name = notation.fileName();
    desk.with("sound.plan", HostileStudy.DSL.text());
    for (var words :
        List.of(
            List.of("check", name),
            List.of("show", name),
            List.of("lock", name),
            List.of("fmt", name),
            List.of("diff", name, "sound.plan"),
            List.of("diff", "sound.plan", name))) {
      assertThat(desk.type(words.toArray(String[]::new))).as(said()).isEqualTo(exit);
      assertThat(said()).as(words.toString()).contains(finding).doesNotContain("Exception");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatIsNotThereIsNamed(HostileStudy notation) {
    assertRefused(notation, 5, "error[D462]: there is no `" + notation.fileName() + "`");
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatNobodyMayReadIsNamed(HostileStudy notation) throws IOException {
    desk.with(notation.fileName(), notation.text());
    Files.setPosixFilePermissions(path(notation), PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(path(notation)), "root may read every file");
    assertRefused(notation, 5, "`" + notation.fileName() + "` cannot be read");
  }

  @Test
  void plansThatDifferInTwoNotationsAreToldApartByThePath() {
    for (var notation : HostileStudy.values()) {
      desk.with(notation.fileName(), notation.text());
    }
    desk.with("other.plan", HostileStudy.DSL.with("lambda 0.5, 0.05", "lambda 0.5, 0.06"));
    for (var notation : HostileStudy.values()) {
      assertThat(desk.type("diff", "study.plan", notation.fileName())).as(said()).isZero();
      assertThat(desk.type("diff", notation.fileName(), "other.plan")).isEqualTo(1);
      assertThat(desk.out()).contains("penalty.lambda");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theNameOfAFileCannotSteerATerminal(HostileStudy notation) {
    var ending = notation.fileName().substring("study".length());
    var name = "a\u001b[31m\u001b]8;;http://localhost\u0007\u202e" + ending;
    desk.with(name, notation.text().replace("0.05", "x"));
    assertThat(desk.type("check", name)).as(said()).isEqualTo(3);
    assertThat(said()).doesNotContain("\u001b", "\u0007", "\u202e").contains(ending + ":");
  }

  @ParameterizedTest
  @EnumSource
  void aMistakeBesideTenThousandCharactersIsShownInShortLines(HostileStudy notation) {
    var at = notation == HostileStudy.DSL ? "at 0.05" : "at: 0.05";
    var title = "A small study" + " of sleep".repeat(1200);
    var text = notation.with(at, at.replace("0.05", "5")).replace("A small study", title);
    desk.with(notation.fileName(), text);
    assertThat(desk.type("check", notation.fileName())).isEqualTo(3);
    assertThat(said()).contains("error[P207]");
    assertThat(said().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(300));
  }

  private Path path(HostileStudy notation) {
    return folder.resolve(notation.fileName());
  }

  private String said() {
    return desk.out() + desk.err();
  }
}
