package org.planlock.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsTest {
  private static final byte[] BYTES = "whole".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @Test
  void whatADeadProcessLeftIsTakenAwayByTheNextWriter() throws Exception {
    var target = folder.resolve("small.lock");
    var left = draft("small.lock", dead());
    var ours = draft("small.lock", ProcessHandle.current().pid());
    var others = draft("other.lock", dead());
    var folderOfThatName =
        Files.createDirectory(folder.resolve(".small.lock." + dead() + "-x.part"));
    assertThat(AtomicFile.onDisk().create(target, BYTES).isSound()).isTrue();
    assertThat(left).doesNotExist();
    assertThat(ours).exists();
    assertThat(others).exists();
    assertThat(folderOfThatName).exists();
    assertThat(target).hasBinaryContent(BYTES);
  }

  @Test
  void aNameThatTellsNoProcessIsNobodys() {
    var target = folder.resolve("small.lock");
    assertThat(Drafts.isLeftover(target, ".small.lock.0123456789ab.part")).isFalse();
    assertThat(Drafts.isLeftover(target, ".small.lock.9999999999999999999-a.part")).isFalse();
    assertThat(Drafts.isLeftover(target, "small.lock")).isFalse();
  }

  @Test
  void aFolderThatCannotBeListedIsNoFault() {
    Drafts.sweep(folder.resolve("none").resolve("small.lock"));
    assertThat(folder).isEmptyDirectory();
  }

  private Path draft(String name, long pid) throws IOException {
    return Files.createFile(folder.resolve("." + name + "." + pid + "-0123456789ab.part"));
  }

  private static long dead() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process = new ProcessBuilder(java, "-version").redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    process.waitFor();
    return process.pid();
  }
}
