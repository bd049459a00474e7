package org.planlock.lock.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Damage;
import org.planlock.lock.Drafts;

/** An authority of one's own: its key on disk, its answers, and what they are worth. */
class TimeAuthorityTest {
  private static final InstantSource CLOCK = StampCases.CLOCK;
  private static final String NAME = TimeAuthority.OWN;

  @TempDir Path folder;

  @Test
  void makesItsKeyOnceAndForItsOwnerAlone() throws Exception {
    var file = folder.resolve("own.key");
    var made = TimeAuthority.open(file, NAME, CLOCK).orThrow();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    var read = TimeAuthority.open(file, "another name", CLOCK).orThrow();
    assertThat(read.certificatePem()).isEqualTo(made.certificatePem());
    assertThat(X509.name(made.certificate()))
        .matches("CN=Planlock self-asserted time \\(key .{8}\\)");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    var exposed = TimeAuthority.open(file, NAME, CLOCK);
    assertThat(exposed.isSound()).isTrue();
    assertThat(rules(exposed)).containsExactly(Rule.SECRET_EXPOSED);
  }

  @Test
  void givesAllThatStartAtOnceTheSameKey() throws Exception {
    var file = folder.resolve("own.key");
    Callable<String> start = () -> TimeAuthority.open(file, NAME, CLOCK).orThrow().certificatePem();
    var threads = Executors.newFixedThreadPool(8);
    try {
      var seen = new HashSet<String>();
      for (var future : threads.invokeAll(java.util.Collections.nCopies(8, start))) {
        seen.add(future.get());
      }
      assertThat(seen).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void takesAwayTheCopyOfAKeyThatAKilledProcessLeft() throws Exception {
    var file = folder.resolve("own.key");
    TimeAuthority.open(file, NAME, CLOCK).orThrow();
    // no system numbers processes as high
    var left = Files.copy(file, folder.resolve(".own.key.999999999999-0a1b.part"));
    var mine = Files.copy(file, folder.resolve(Drafts.prefix(file) + "0a1b.part"));
    assertThat(TimeAuthority.open(file, NAME, CLOCK).isSound()).isTrue();
    assertThat(left).doesNotExist();
    assertThat(mine).exists();
  }

  @Test
  void saysWhyItCannotOpen() throws Exception {
    assertThat(rules(TimeAuthority.open(folder.resolve("no/such/own.key"), NAME, CLOCK)))
        .containsExactly(Rule.WRITE_FAILED);
    assertThat(rules(TimeAuthority.open(folder, NAME, CLOCK)))
        .containsExactly(Rule.NOT_A_REGULAR_FILE);
    assertThat(rules(TimeAuthority.open(folder.resolve("a"), " ", CLOCK)))
        .containsExactly(Rule.TIME_AUTHORITY_UNUSABLE);
    assertThat(rules(TimeAuthority.open(folder.resolve("a"), "x".repeat(41), CLOCK)))
        .containsExactly(Rule.TIME_AUTHORITY_UNUSABLE);
    assertThat(TimeAuthority.open(folder.resolve("b"), "x".repeat(40), CLOCK).isSound()).isTrue();
  }

  @Test
  void opensNoDamagedKey() throws Exception {
    var file = folder.resolve("own.key");
    var other = folder.resolve("other.key");
    TimeAuthority.open(file, NAME, CLOCK).orThrow();
    TimeAuthority.open(other, NAME, CLOCK).orThrow();
    var text = Files.readString(file);
    int end = text.indexOf("-----BEGIN CERTIFICATE");
    var key = text.substring(0, end);
    var certificate = text.substring(end);
    var ofOther =
        Files.readString(other).substring(Files.readString(other).indexOf("-----BEGIN C"));
    var unfit = Identity.alone(Identity.Wanted.stamping("x").purposes(true));
    var asWebServer = PemBlock.text("PRIVATE KEY", unfit.key().getEncoded()) + unfit.pem();
    for (var damaged :
        List.of(
            "",
            key,
            certificate,
            certificate + key,
            key + certificate + certificate,
            key + ofOther,
            key.replace("KEY-----\nM", "KEY-----\nA") + certificate,
            key + certificate.replace("MII", "MIJ"),
            key.replace("PRIVATE", "PUBLIC") + certificate,
            "-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----\n" + certificate,
            asWebServer)) {
      Files.writeString(file, damaged);
      assertThat(rules(TimeAuthority.open(file, NAME, CLOCK)))
          .containsExactly(Rule.TIME_AUTHORITY_UNUSABLE);
    }
    assertThat(AuthorityKey.parse((key + certificate).getBytes(StandardCharsets.US_ASCII)))
        .hasValueSatisfying(
            read ->
                assertThat(read.toString()).startsWith("the key of CN=").doesNotContain("PRIVATE"));
  }

  @Test
  void isSelfAssertedToEverybodyWhoHasNotGotItsCertificate() {
    var authority = TimeAuthority.open(folder.resolve("own.key"), NAME, CLOCK).orThrow();
    var made = stamping(TrustAnchors.NONE).bySelf(authority);
    assertThat(rules(made)).containsExactly(Rule.TIME_SELF_ASSERTED);
    assertThat(made.diagnostics().get(0).message())
        .startsWith("the time is the word of `CN=Planlock self-asserted time");
    var stamp = made.orThrow();
    assertThat(stamp.over()).isEqualTo(TimeSubject.STATEMENT);
    assertThat(verifier(TrustAnchors.NONE).verify(stamp, Forge.CONTENT, "x").level())
        .isEqualTo(TimeLevel.T1);
    var trusting = new TrustAnchors(List.of(authority.certificate()), List.of());
    assertThat(verifier(trusting).verify(stamp, Forge.CONTENT, "x").level())
        .isEqualTo(TimeLevel.T2);
  }

  @Test
  void neverCountsTwiceTheSame() {
    var authority = TimeAuthority.open(folder.resolve("own.key"), NAME, CLOCK).orThrow();
    var serials = new HashSet<BigInteger>();
    for (int i = 0; i < 50; i++) {
      var stamp = stamping(TrustAnchors.NONE).bySelf(authority).orThrow();
      var verdict = verifier(TrustAnchors.NONE).verify(stamp, Forge.CONTENT, "x");
      serials.add(verdict.token().orElseThrow().serial());
    }
    assertThat(serials).hasSize(50).allSatisfy(serial -> assertThat(serial).isPositive());
  }

  @Test
  void stampsNothingBeforeItExisted() {
    var file = folder.resolve("own.key");
    TimeAuthority.open(file, NAME, CLOCK).orThrow();
    var past = InstantSource.fixed(Instant.parse("2026-03-01T00:00:00Z"));
    var setBack = TimeAuthority.open(file, NAME, past).orThrow();
    var refused = stamping(TrustAnchors.NONE).bySelf(setBack);
    assertThat(rules(refused)).containsExactly(Rule.TIME_STAMP_REFUSED);
    assertThat(refused.diagnostics().get(0).notes())
        .containsExactly(
            "status 2, its clock is not available: "
                + "the clock shows a time before this authority was set up");
  }

  @Test
  void refusesWhatIsNoQueryWithoutAnException() throws Exception {
    var authority = TimeAuthority.open(folder.resolve("own.key"), NAME, CLOCK).orThrow();
    var query = stamping(TrustAnchors.NONE).query();
    var bad = new ArrayList<byte[]>();
    bad.add(new byte[0]);
    bad.add(new byte[] {0x30, 0});
    bad.add("<html>".getBytes(StandardCharsets.UTF_8));
    bad.add(Arrays.copyOf(query, query.length + 1));
    bad.add(X509.der(authority.certificate()));
    Damage.everyTruncation(query).forEach(one -> bad.add(one.bytes()));
    for (var one : bad) {
      assertThat(Reply.parse(authority.answer(one)).refusal()).contains("it cannot read the query");
    }
    var generator = new TimeStampRequestGenerator();
    generator.addExtension(new ASN1ObjectIdentifier("1.2.3.4"), true, new byte[] {5, 0});
    var sha256 = new ASN1ObjectIdentifier("2.16.840.1.101.3.4.2.1");
    var extended = generator.generate(sha256, new byte[32]).getEncoded();
    assertThat(Reply.parse(authority.answer(extended)).refusal())
        .contains("extension of the query");
    // every flipped bit: an answer, and never one over the content that was not asked for
    Damage.everyBit(query)
        .forEach(
            flipped -> {
              var reply = authority.answer(flipped.bytes());
              assertThat(reply).isNotEmpty();
            });
  }

  private static TimeStamping stamping(TrustAnchors anchors) {
    return new TimeStamping(verifier(anchors), TimeSubject.STATEMENT, Forge.CONTENT);
  }

  private static TimeVerifier verifier(TrustAnchors anchors) {
    return new TimeVerifier(anchors, CLOCK, StampCases.RELEASED);
  }

  private static List<Rule> rules(Checked<?> checked) {
    return checked.diagnostics().stream().map(Diagnostic::rule).toList();
  }
}
