package org.planlock.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

class PrivateFilesTest {
  private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void areTheirOwnersAloneAndNeverWrittenOver() throws IOException {
    var target = folder.resolve("key");
    assertThat(AtomicFile.onDisk().createPrivate(target, SECRET).orThrow()).isEqualTo(target);
    assertThat(AtomicFile.onDisk().createPrivate(target, new byte[] {1}).diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.FILE_EXISTS);
    assertThat(target).hasContent("secret");
    assertThat(folder).isDirectoryNotContaining(f -> !f.equals(target));
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rw-------");
    assertThat(PrivateFile.read(target, "key", 6).diagnostics()).isEmpty();
  }

  @Test
  void areNotWrittenIntoWhatACrashLeftOpenForOthers() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    var target = folder.resolve("key");
    var draft = Drafts.of(folder.resolve("key"), SECRET);
    Files.writeString(draft, "half");
    Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-rw-rw-"));
    AtomicFile.onDisk().createPrivate(target, SECRET).orThrow();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rw-------");
    assertThat(target).hasContent("secret");
  }

  @Test
  void areReadWithAWarningWhereOthersCanOpenThem() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    var target = Files.write(folder.resolve("key"), SECRET);
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-----"));
    var read = PrivateFile.read(target, "my key", 6);
    assertThat(read.orThrow()).isEqualTo(SECRET);
    assertThat(read.diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.SECRET_EXPOSED);
    assertThat(read.diagnostics().get(0).helps()).containsExactly("`chmod 600 my key`");
  }

  @Test
  void areRefusedWhereTheyAreNone() throws IOException {
    Files.write(folder.resolve("big"), SECRET);
    assertThat(rule("big", 5)).isEqualTo(Rule.TOO_LARGE);
    assertThat(rule("none", 5)).isEqualTo(Rule.FILE_MISSING);
    Files.createDirectory(folder.resolve("folder"));
    assertThat(rule("folder", 5)).isEqualTo(Rule.NOT_A_REGULAR_FILE);
  }

  @Test
  void areReportedWhereTheyCannotBeOpened() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    var target = Files.write(folder.resolve("key"), SECRET);
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(target), "the superuser reads everything");
    assertThat(rule("key", 9)).isEqualTo(Rule.UNREADABLE_FILE);
  }

  private Rule rule(String name, int most) {
    return PrivateFile.read(folder.resolve(name), name, most).diagnostics().get(0).rule();
  }
}
