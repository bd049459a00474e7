package org.planlock.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Rule;

class AtomicFileTest {
  private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void createsAFileAndNothingElse() {
    var target = folder.resolve("a.lock");
    assertThat(AtomicFile.onDisk().create(target, NEW).orThrow()).isEqualTo(target);
    assertThat(target).hasContent("new");
    assertThat(folder).isDirectoryNotContaining(f -> !f.equals(target));
  }

  @Test
  void refusesToOverwriteUnlessAsked() throws IOException {
    var target = folder.resolve("a.lock");
    Files.writeString(target, "old");
    var refused = AtomicFile.onDisk().create(target, NEW);
    assertThat(refused.diagnostics()).extracting(d -> d.rule()).containsExactly(Rule.FILE_EXISTS);
    assertThat(target).hasContent("old");
    assertThat(AtomicFile.onDisk().replace(target, NEW).isSound()).isTrue();
    assertThat(target).hasContent("new");
    assertThat(folder).isDirectoryNotContaining(f -> !f.equals(target));
  }

  @Test
  void doesNotWriteThroughALinkThatLeadsNowhere() throws IOException {
    var target = folder.resolve("a.lock");
    Files.createSymbolicLink(target, folder.resolve("elsewhere"));
    assertThat(AtomicFile.onDisk().create(target, NEW).isSound()).isFalse();
    assertThat(folder.resolve("elsewhere")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"write", "half", "publish"})
  void leavesTheOldStateWhenAStepFails(String step) throws IOException {
    var target = folder.resolve("a.lock");
    var faulty = new AtomicFile(new FaultyDisk(step));
    assertThat(faulty.create(target, NEW).diagnostics())
        .extracting(d -> d.rule())
        .containsExactly(Rule.WRITE_FAILED);
    assertThat(folder).isEmptyDirectory();
    Files.writeString(target, "old");
    assertThat(faulty.replace(target, NEW).isSound()).isFalse();
    assertThat(target).hasContent("old");
    assertThat(folder).isDirectoryNotContaining(f -> !f.equals(target));
  }

  @Test
  void reportsAFolderThatIsNotThere() {
    var checked = AtomicFile.onDisk().create(folder.resolve("none/a.lock"), NEW);
    assertThat(checked.diagnostics()).extracting(d -> d.rule()).containsExactly(Rule.WRITE_FAILED);
  }

  @Test
  void letsExactlyOneOfManyWritersWin() throws Exception {
    var target = folder.resolve("a.lock");
    var pool = Executors.newFixedThreadPool(8);
    try {
      var writers =
          IntStream.range(0, 8)
              .<Callable<Boolean>>mapToObj(
                  i ->
                      () ->
                          AtomicFile.onDisk()
                              .create(target, ("writer " + i).getBytes(StandardCharsets.UTF_8))
                              .isSound())
              .toList();
      int won = 0;
      for (var result : pool.invokeAll(writers)) {
        won += result.get() ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    } finally {
      pool.shutdownNow();
    }
    assertThat(Files.readString(target)).startsWith("writer ");
    assertThat(folder).isDirectoryNotContaining(f -> !f.equals(target));
  }

  private static final class FaultyDisk extends Disk {
    private final String step;

    FaultyDisk(String step) {
      this.step = step;
    }

    @Override
    void write(Path draft, byte[] bytes) throws IOException {
      fail("write");
      super.write(draft, new byte[] {bytes[0]});
      fail("half");
    }

    @Override
    void publishNew(Path draft, Path target) throws IOException {
      fail("publish");
    }

    @Override
    void publishOver(Path draft, Path target) throws IOException {
      fail("publish");
    }

    private void fail(String at) throws IOException {
      if (at.equals(step)) {
        throw new IOException("no space left on device");
      }
    }
  }
}
