package org.planlock.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedSiblingsTest {
  @TempDir private Path folder;

  @Test
  void areInTheFolderOfTheTable() throws IOException {
    Files.createDirectories(folder.resolve("a"));
    for (var name : new String[] {"b.sealed", "a/d.SEALED", "a/c.sealed", "a/c.csv"}) {
      Files.writeString(folder.resolve(name), "x");
    }
    var study = new StudyFolder(folder);
    assertThat(SealedSiblings.of(study, "t.csv")).containsExactly("b.sealed");
    assertThat(SealedSiblings.of(study, "a/t.csv")).containsExactly("a/c.sealed", "a/d.SEALED");
    assertThat(SealedSiblings.of(study, "none/t.csv")).isEmpty();
    assertThat(SealedSiblings.of(study, "../t.csv")).isEmpty();
  }
}
