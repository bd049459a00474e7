package org.planlock.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

class FileFingerprintTest {
  private static final byte[] CONTENT = "a mask".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void makeAStudy() throws IOException {
    root = Files.createDirectories(folder.resolve("study"));
    Files.createDirectories(root.resolve("masks"));
    Files.write(root.resolve("masks/a.nii"), CONTENT);
    Files.write(folder.resolve("secret.txt"), CONTENT);
  }

  // coreutils: printf 'a mask' | sha256sum
  @Test
  void hashesTheBytes() {
    var print = of("masks/a.nii").orThrow();
    assertThat(print.sha256().hex())
        .isEqualTo("2133c39562b7867c3745f3c82f1f2ad8f3641f16478cba97f7648cbe6a36a3bd");
    assertThat(print.bytes()).isEqualTo(6);
    assertThat(print.contentSha256()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.txt",
        "masks/../../secret.txt",
        "masks/../masks/a.nii",
        "/etc/passwd",
        "C:\\Windows\\win.ini",
        "C:masks",
        "\\\\host\\share",
        "masks\\a.nii",
        "",
        ".",
        "./masks/a.nii",
        "masks//a.nii",
        "masks/",
        "masks/a.nii ",
        " masks/a.nii",
        "masks/a.nii.",
        "masks /a.nii",
        "a\u0000b",
        "a\nb",
        "CON",
        "masks/con.nii",
        "lpt1",
        "a:b",
        "a*b",
        "a?b",
        "a|b",
        "a<b",
        "\u0085",
        "~/../x"
      })
  void refusesPathsThatLeaveTheFolderOrAreNoNamesEverywhere(String path) {
    assertThat(rule(of(path))).isEqualTo(Rule.UNSAFE_PATH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"con-trast.nii", "a..b", "..a", "sub-01 (1)", "größe.nii", "console"})
  void takesOrdinaryNames(String path) {
    assertThat(rule(of(path))).isEqualTo(Rule.FILE_MISSING);
  }

  @Test
  void wantsTheExactName() {
    assertThat(rule(of("masks/A.nii"))).isEqualTo(Rule.WRONG_CASE);
    assertThat(rule(of("Masks/a.nii"))).isEqualTo(Rule.WRONG_CASE);
    assertThat(rule(of("masks/b.nii"))).isEqualTo(Rule.FILE_MISSING);
    assertThat(rule(of("masks/a.nii/b"))).isEqualTo(Rule.FILE_MISSING);
  }

  @Test
  void refusesWhatIsNoRegularFile() throws IOException, InterruptedException {
    assertThat(rule(of("masks"))).isEqualTo(Rule.NOT_A_REGULAR_FILE);
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "mkfifo is not here");
    new ProcessBuilder("/usr/bin/mkfifo", root.resolve("fifo").toString()).start().waitFor();
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> assertThat(rule(of("fifo"))).isEqualTo(Rule.NOT_A_REGULAR_FILE));
  }

  @Test
  void followsLinksThatStayInside() throws IOException {
    var objects = Files.createDirectories(root.resolve(".git/annex/objects"));
    Files.write(objects.resolve("SHA256E"), CONTENT);
    Files.createSymbolicLink(root.resolve("annexed.nii"), Path.of(".git/annex/objects/SHA256E"));
    Files.createSymbolicLink(root.resolve("linked"), root.resolve("masks"));
    assertThat(of("annexed.nii").isSound()).isTrue();
    assertThat(of("linked/a.nii").isSound()).isTrue();
  }

  @Test
  void refusesLinksThatLeaveTheFolder() throws IOException {
    Files.createSymbolicLink(root.resolve("out.txt"), folder.resolve("secret.txt"));
    Files.createSymbolicLink(root.resolve("up"), folder);
    Files.createSymbolicLink(root.resolve("zero"), Path.of("/dev/zero"));
    assertThat(rule(of("out.txt"))).isEqualTo(Rule.OUTSIDE_THE_FOLDER);
    assertThat(rule(of("up/secret.txt"))).isEqualTo(Rule.OUTSIDE_THE_FOLDER);
    assertThat(rule(of("zero"))).isEqualTo(Rule.OUTSIDE_THE_FOLDER);
  }

  @Test
  void tellsAbsentContentFromALoop() throws IOException {
    Files.createSymbolicLink(root.resolve("absent.nii"), Path.of(".git/annex/objects/none"));
    Files.createSymbolicLink(root.resolve("loop"), Path.of("pool"));
    Files.createSymbolicLink(root.resolve("pool"), Path.of("loop"));
    assertThat(rule(of("absent.nii"))).isEqualTo(Rule.CONTENT_NOT_PRESENT);
    assertThat(of("absent.nii").diagnostics().get(0).helps().get(0))
        .contains("datalad get absent.nii");
    assertThat(rule(of("loop"))).isEqualTo(Rule.LINK_LOOP);
  }

  @Test
  void knowsAPackedFileByItsContent() throws IOException {
    Files.write(root.resolve("a.nii.gz"), gzip(CONTENT));
    Files.write(
        root.resolve("two.gz"),
        join(
            gzip("a ".getBytes(StandardCharsets.UTF_8)),
            gzip("mask".getBytes(StandardCharsets.UTF_8))));
    Files.write(root.resolve("empty.gz"), gzip(new byte[0]));
    Files.write(root.resolve("byte.gz"), gzip(new byte[] {0x1f}));
    Files.write(root.resolve("cut.gz"), new byte[] {0x1f});
    Files.write(root.resolve("half.gz"), new byte[] {0x1f, 0x1f});
    assertThat(of("byte.gz").orThrow().contentSha256()).contains(Sha256.of(new byte[] {0x1f}));
    assertThat(of("cut.gz").orThrow().contentSha256()).isEmpty();
    assertThat(of("half.gz").orThrow().contentSha256()).isEmpty();
    Files.write(root.resolve("plain.nii.gz"), CONTENT);
    assertThat(of("a.nii.gz").orThrow().contentSha256()).contains(Sha256.of(CONTENT));
    assertThat(of("two.gz").orThrow().contentSha256()).contains(Sha256.of(CONTENT));
    assertThat(of("empty.gz").orThrow().contentSha256()).contains(Sha256.of(new byte[0]));
    assertThat(of("plain.nii.gz").orThrow().contentSha256()).isEmpty();
  }

  @Test
  void reportsDamagedPackedFilesAndStillHashesThem() throws IOException {
    var packed = gzip(new byte[100_000]);
    var badSum = packed.clone();
    badSum[packed.length - 5] ^= 1;
    for (var damaged :
        new byte[][] {
          Arrays.copyOf(packed, packed.length - 1),
          Arrays.copyOf(packed, packed.length / 2),
          Arrays.copyOf(packed, 2),
          badSum,
          join(packed, new byte[] {0}),
          join(packed, new byte[200_000]),
          gzip(packed)
        }) {
      Files.write(root.resolve("a.gz"), damaged);
      assertThat(rule(of("a.gz"))).isEqualTo(Rule.DAMAGED_GZIP);
      assertThat(of("a.gz").value().orElseThrow().sha256()).isEqualTo(Sha256.of(damaged));
    }
  }

  @Test
  void refusesABombInTime() throws IOException {
    try (var stream = new GZIPOutputStream(Files.newOutputStream(root.resolve("bomb.gz")))) {
      var zeros = new byte[1 << 20];
      for (int i = 0; i < 300; i++) {
        stream.write(zeros);
      }
    }
    assertThat(rule(of("bomb.gz"))).isEqualTo(Rule.DAMAGED_GZIP);
  }

  @Test
  void saysWhereTheFolderIsGone() {
    var gone = new StudyFolder(folder.resolve("gone"));
    assertThat(rule(FileFingerprint.of(gone, "a", Span.none("plan"))))
        .isEqualTo(Rule.UNREADABLE_FILE);
  }

  private Checked<FileFingerprint> of(String path) {
    return FileFingerprint.of(new StudyFolder(root), path, Span.none("plan"));
  }

  private static Rule rule(Checked<FileFingerprint> checked) {
    assertThat(checked.diagnostics()).hasSize(1);
    return checked.diagnostics().get(0).rule();
  }

  static byte[] gzip(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var stream = new GZIPOutputStream(bytes)) {
      stream.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] join(byte[] first, byte[] second) {
    var both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
