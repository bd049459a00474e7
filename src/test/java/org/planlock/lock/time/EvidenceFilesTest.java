package org.planlock.lock.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.time.Identity.Wanted;

/** What a stranger gets, tried with the stranger's own program by the commands in the text. */
class EvidenceFilesTest {
  private static final Pattern COMMAND = Pattern.compile("(?m)^  openssl (ts -verify .*)$");
  private static final InstantSource NOW = InstantSource.system();

  private static final Identity ROOT = Identity.root("Demo Root");
  private static final Identity BETWEEN = ROOT.issue(Wanted.signing("Demo Between"));
  private static final Identity DEEP = BETWEEN.issue(Wanted.stamping("Deep TSA"));
  private static final Identity PLAIN = ROOT.issue(Wanted.stamping("Plain TSA"));

  @TempDir Path folder;

  @Test
  void everyCommandInTheTextWorks() throws Exception {
    var openssl = OpenSsl.in(folder);
    var authority = TimeAuthority.open(folder.resolve("own.key"), TimeAuthority.OWN, NOW).orThrow();
    var verifier = new TimeVerifier(TrustAnchors.NONE, NOW, Instant.parse("2026-02-01T00:00:00Z"));
    var own =
        new TimeStamping(verifier, TimeSubject.STATEMENT, Forge.CONTENT)
            .bySelf(authority)
            .orThrow();
    var deep = Forge.by(DEEP).but(f -> f.carried.add(BETWEEN.certificate())).stamp();
    var bare = Forge.by(PLAIN).but(f -> f.carried.clear()).stamp();
    var files =
        EvidenceFiles.of(
            List.of(own, deep, bare),
            Map.of(TimeSubject.STATEMENT, Forge.DATA),
            anchors(ROOT, PLAIN));
    assertThat(files.names())
        .containsExactly(
            "statement.bin",
            "token-1.tsr",
            "query-1.tsq",
            "certificates-1.pem",
            "ca-1.pem",
            "token-2.tsr",
            "certificates-2.pem",
            "ca-2.pem",
            "token-3.tsr",
            "certificates-3.pem",
            "ca-3.pem",
            "README.txt");
    assertThat(files.write(folder).orThrow()).hasSize(12);
    var readme = Files.readString(folder.resolve(EvidenceFiles.README));
    var commands = COMMAND.matcher(readme).results().map(found -> found.group(1)).toList();
    assertThat(commands).hasSize(4);
    assertThat(openssl.succeed("ts -reply -in token-1.tsr -text")).contains("Granted");
    for (var command : commands) {
      assertThat(openssl.succeed(command)).contains("Verification: OK");
    }
    assertThat(readme)
        .contains("Time stamp 1", "(self-asserted)", "says: 2026-03-02T09:14:07Z (UTC)")
        .contains("-attime 1772442847");
    assertThat(readme.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(240));
    openssl.write("statement.bin", new byte[] {1});
    assertThat(openssl.call(commands.get(0)).code()).isNotZero();
  }

  @Test
  void aPrivatePlanStaysPrivate() throws Exception {
    var openssl = OpenSsl.in(folder);
    var files = EvidenceFiles.of(List.of(Forge.by(PLAIN).stamp()), Map.of(), anchors(ROOT));
    assertThat(files.names()).doesNotContain("statement.bin");
    files.write(folder).orThrow();
    var readme = Files.readString(folder.resolve(EvidenceFiles.README));
    assertThat(readme).contains("-digest " + Forge.CONTENT.hex());
    var command = COMMAND.matcher(readme);
    assertThat(command.find()).isTrue();
    assertThat(openssl.succeed(command.group(1))).contains("Verification: OK");
  }

  @Test
  void saysWhatCannotBeRead() {
    var broken = TimeEvidence.of(TimeSubject.CHECKPOINT, new byte[] {1}, "x");
    var refused =
        TimeEvidence.of(TimeSubject.CHECKPOINT, new byte[] {0x30, 5, 0x30, 3, 2, 1, 2}, "x");
    var twoSigners = Forge.by(PLAIN).but(f -> f.signers.add(PLAIN)).stamp();
    var files =
        EvidenceFiles.of(
            List.of(broken, refused, twoSigners),
            Map.of(TimeSubject.CHECKPOINT, new byte[] {7}),
            TrustAnchors.NONE);
    assertThat(files.names())
        .containsExactly(
            "checkpoint.txt", "token-1.tsr", "token-2.tsr", "token-3.tsr", "README.txt");
    var text = new String(files.bytes(EvidenceFiles.README), StandardCharsets.UTF_8);
    assertThat(text).contains("cannot be read", "ca-1.pem is not here");
    assertThatThrownBy(() -> files.bytes("other")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void writesOverNothing() throws Exception {
    var files = EvidenceFiles.of(List.of(), Map.of(TimeSubject.STATEMENT, Forge.DATA), anchors());
    Files.writeString(folder.resolve("statement.bin"), "mine");
    assertThat(files.write(folder).diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.FILE_EXISTS);
    assertThat(Files.readString(folder.resolve("statement.bin"))).isEqualTo("mine");
  }

  private static TrustAnchors anchors(Identity... anchors) {
    return new TrustAnchors(
        java.util.Arrays.stream(anchors).map(Identity::certificate).toList(), List.of());
  }
}
