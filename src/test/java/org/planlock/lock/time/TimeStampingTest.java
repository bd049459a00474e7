package org.planlock.lock.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.junit.jupiter.api.Test;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.time.Identity.Wanted;

/** Queries that go by file, and replies that come back in whatever form people get them. */
class TimeStampingTest {
  private static final Identity ROOT = Identity.root("Demo Root");
  private static final Identity TSA = ROOT.issue(Wanted.stamping("Demo TSA"));
  private static final TimeStamping STAMPING =
      new TimeStamping(
          new TimeVerifier(
              new TrustAnchors(List.of(ROOT.certificate()), List.of()),
              StampCases.CLOCK,
              StampCases.RELEASED),
          TimeSubject.CHECKPOINT,
          Forge.CONTENT);
  private static final byte[] GOOD = Forge.by(TSA).response();

  @Test
  void asksForTheCertificateWithANumberNobodyGuesses() throws Exception {
    var nonces = new HashSet<BigInteger>();
    for (int i = 0; i < 100; i++) {
      var query = RequestCheck.read(STAMPING.query());
      assertThat(query.getCertReq()).isTrue();
      assertThat(query.getReqPolicy()).isNull();
      assertThat(query.getVersion()).isEqualTo(1);
      assertThat(query.getMessageImprintDigest()).isEqualTo(Forge.CONTENT.bytes());
      nonces.add(query.getNonce());
    }
    assertThat(nonces).hasSize(100);
  }

  @Test
  void takesAReplyInEveryForm() throws Exception {
    var lines = Base64.getMimeEncoder().encodeToString(GOOD);
    var token = Forge.by(TSA).token().getEncoded(ASN1Encoding.DL);
    for (var form :
        List.of(
            GOOD,
            token,
            ascii(lines),
            ascii("\n" + lines.replace("\r\n", "\n") + "\n"),
            ascii(Base64.getEncoder().withoutPadding().encodeToString(GOOD)),
            ascii(PemBlock.text("TIMESTAMP REPLY", GOOD)),
            ascii("from the authority\r\n" + PemBlock.text("PKCS7", token)))) {
      var stamp = imported(form).orThrow();
      assertThat(stamp.over()).isEqualTo(TimeSubject.CHECKPOINT);
      assertThat(stamp.request()).isEmpty();
      assertThat(stamp.responseDer()[0]).isEqualTo((byte) 0x30);
    }
    assertThat(imported(GOOD).orThrow().responseDer()).isEqualTo(GOOD);
  }

  @Test
  void saysWhatAReplyIsInstead() {
    assertThat(messages(ascii("<!doctype html>")))
        .containsExactly("the reply is a web page, not a time stamp");
    assertThat(messages(ascii("\uFEFF <HTML><body>")))
        .containsExactly("the reply is a web page, not a time stamp");
    assertThat(messages(new byte[0])).containsExactly("the reply is empty");
    assertThat(messages(ascii("  "))).containsExactly("the reply is not a time stamp");
    assertThat(messages(ascii("{\"error\":1}"))).containsExactly("the reply is not a time stamp");
    assertThat(messages(ascii("AAAA"))).containsExactly("the reply is not a time stamp");
    assertThat(messages(ascii("A"))).containsExactly("the reply is not a time stamp");
    var pem = PemBlock.text("X", GOOD);
    assertThat(messages(ascii(pem + pem))).containsExactly("the reply is not a time stamp");
    assertThat(messages(ascii("-----BEGIN X-----\n=A\n-----END X-----")))
        .containsExactly("the reply is not a time stamp");
    assertThat(messages(new byte[TimeEvidence.MOST_BYTES + 1]))
        .containsExactly("the reply is larger than 1 MiB");
    assertThat(messages(new byte[] {0x30}))
        .containsExactly("the time stamp is not one, or damaged");
    assertThat(messages(new byte[] {0x30, 0}))
        .containsExactly("the time stamp is not one, or damaged");
  }

  @Test
  void looksWhetherItIsTheAnswer() {
    var query = STAMPING.query();
    assertThat(rules(STAMPING.imported(GOOD, Optional.of(query), "r.tsr")))
        .containsExactly(Rule.TIME_OF_OTHER_REQUEST);
    assertThat(rules(STAMPING.imported(GOOD, Optional.of(new byte[0]), "r.tsr")))
        .containsExactly(Rule.TIME_STAMP_UNREADABLE);
    assertThat(rules(STAMPING.imported(GOOD, Optional.of(new byte[(64 << 10) + 1]), "r.tsr")))
        .containsExactly(Rule.TOO_LARGE);
    var other = Forge.by(TSA).but(f -> f.imprinted = new byte[0]).response();
    assertThat(rules(imported(other))).containsExactly(Rule.TIME_OF_OTHER_CONTENT);
    var longer = Arrays.copyOf(GOOD, GOOD.length + 1);
    assertThat(rules(imported(longer))).containsExactly(Rule.TIME_STAMP_UNREADABLE);
  }

  private static Checked<TimeEvidence> imported(byte[] reply) {
    return STAMPING.imported(reply, Optional.empty(), "r.tsr");
  }

  private static List<String> messages(byte[] reply) {
    return imported(reply).diagnostics().stream().map(Diagnostic::message).toList();
  }

  private static List<Rule> rules(Checked<?> checked) {
    return checked.diagnostics().stream().map(Diagnostic::rule).toList();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
