package org.planlock.lock.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Damage;
import org.planlock.lock.time.Identity.Wanted;

/** Time stamps in both directions between this program and {@code openssl ts}. */
class TsaOpenSslTest {
  // OpenSSL stamps by the clock of the computer that runs the test
  private static final InstantSource NOW = InstantSource.system();
  private static final Instant RELEASED = Instant.parse("2026-02-01T00:00:00Z");

  private static final String CONFIGURATION =
      """
      [req]
      distinguished_name = name
      [name]
      [v3_ca]
      basicConstraints = critical,CA:TRUE
      keyUsage = critical,keyCertSign,cRLSign
      [v3_tsa]
      basicConstraints = critical,CA:FALSE
      keyUsage = critical,digitalSignature
      extendedKeyUsage = critical,timeStamping
      [ca]
      default_ca = demo
      [demo]
      database = index.txt
      crlnumber = number.txt
      default_md = sha256
      default_crl_days = 30
      [tsa]
      default_tsa = tsa_config
      [tsa_config]
      serial = serial.txt
      signer_cert = tsa.pem
      signer_key = tsa.key
      certs = ca.pem
      signer_digest = sha256
      default_policy = 1.3.6.1.4.1.99999.7
      other_policies = 1.3.6.1.4.1.99999.8
      digests = sha1, sha256, sha512
      accuracy = secs:1, millisecs:500
      ess_cert_id_chain = no
      ess_cert_id_alg = sha256
      tsa_name = yes
      """;

  @TempDir Path folder;
  private OpenSsl openssl;

  @BeforeEach
  void start() throws Exception {
    openssl = OpenSsl.in(folder);
    openssl.write("data.bin", Forge.DATA);
    openssl.write("other.bin", new byte[] {1});
  }

  @Test
  void opensslAgreesWithOurAuthority() throws Exception {
    var authority = TimeAuthority.open(folder.resolve("own.key"), TimeAuthority.OWN, NOW).orThrow();
    openssl.write("own.pem", authority.certificatePem().getBytes(StandardCharsets.US_ASCII));
    var stamp = stamping(TrustAnchors.NONE).bySelf(authority).orThrow();
    openssl.write("q.tsq", stamp.requestDer().orElseThrow());
    openssl.write("r.tsr", stamp.responseDer());
    assertThat(openssl.verifies("-data data.bin -in r.tsr -CAfile own.pem")).isTrue();
    assertThat(openssl.verifies("-queryfile q.tsq -in r.tsr -CAfile own.pem")).isTrue();
    assertThat(openssl.verifies("-digest " + Forge.CONTENT.hex() + " -in r.tsr -CAfile own.pem"))
        .isTrue();
    assertThat(openssl.verifies("-data other.bin -in r.tsr -CAfile own.pem")).isFalse();
    var text = openssl.succeed("ts -reply -in r.tsr -text");
    assertThat(text)
        .contains("Status: Granted.", "Hash Algorithm: sha256", "TSA: DirName:/CN=Planlock self-");
    assertThat(openssl.succeed("x509 -in own.pem -noout -text"))
        .contains("CA:FALSE", "Time Stamping", "ASN1 OID: prime256v1", "GMT");
    // the file of the key is one that OpenSSL reads too
    assertThat(openssl.succeed("pkey -in own.key -pubout"))
        .isEqualTo(openssl.succeed("x509 -in own.pem -noout -pubkey"));
  }

  @Test
  void ourAuthorityAnswersQueriesOfOpenssl() throws Exception {
    var authority = TimeAuthority.open(folder.resolve("own.key"), TimeAuthority.OWN, NOW).orThrow();
    openssl.write("own.pem", authority.certificatePem().getBytes(StandardCharsets.US_ASCII));
    for (var options : List.of("-cert", "-cert -no_nonce", "-no_nonce", "")) {
      openssl.succeed(("ts -query -data data.bin -sha256 -out q.tsq " + options).strip());
      openssl.write("r.tsr", authority.answer(openssl.read("q.tsq")));
      assertThat(openssl.verifies("-queryfile q.tsq -in r.tsr -CAfile own.pem -untrusted own.pem"))
          .as(options)
          .isTrue();
    }
    for (var refused : List.of("-sha1", "-sha512", "-sha256 -tspolicy 1.2.3.4")) {
      openssl.succeed("ts -query -data data.bin -out q.tsq " + refused);
      openssl.write("r.tsr", authority.answer(openssl.read("q.tsq")));
      assertThat(openssl.succeed("ts -reply -in r.tsr -text")).as(refused).contains("Rejected.");
    }
  }

  @Test
  void weAgreeWithOpenssl() throws Exception {
    opensslAuthority();
    var anchors = AnchorFiles.read(List.of(folder.resolve("ca.pem"))).orThrow();
    openssl.write("q.tsq", stamping(anchors).query());
    openssl.succeed("ts -reply -queryfile q.tsq -out r.tsr -config demo.cnf");
    var stamp = imported(anchors, "r.tsr", "q.tsq").orThrow();
    var verdict = verifier(anchors).verify(stamp, Forge.CONTENT, "r.tsr");
    assertThat(verdict.level()).isEqualTo(TimeLevel.T2);
    var token = verdict.token().orElseThrow();
    assertThat(token.policy()).isEqualTo("1.3.6.1.4.1.99999.7");
    assertThat(token.authority()).isEqualTo("CN=Demo_TSA,O=Demo");
    assertThat(token.accuracy()).hasMillis(1500);
    assertThat(token.serial()).isEqualTo(0x0A1B);
    assertThat(openssl.verifies("-queryfile q.tsq -in r.tsr -CAfile ca.pem")).isTrue();

    openssl.succeed("ts -reply -in r.tsr -token_out -out token.p7");
    assertThat(imported(anchors, "token.p7", "q.tsq").isSound()).isTrue();
    openssl.succeed("base64 -in r.tsr -out r.b64");
    assertThat(imported(anchors, "r.b64", "q.tsq").isSound()).isTrue();
    openssl.succeed("ts -query -data data.bin -sha256 -cert -out q2.tsq");
    assertThat(rules(imported(anchors, "r.tsr", "q2.tsq")))
        .containsExactly(Rule.TIME_OF_OTHER_REQUEST);
    openssl.succeed("ts -query -data other.bin -sha256 -cert -out q3.tsq");
    openssl.succeed("ts -reply -queryfile q3.tsq -out r3.tsr -config demo.cnf");
    assertThat(rules(imported(anchors, "r3.tsr", "q3.tsq")))
        .containsExactly(Rule.TIME_OF_OTHER_CONTENT);
    openssl.succeed("ts -query -data data.bin -sha1 -cert -out q4.tsq");
    openssl.succeed("ts -reply -queryfile q4.tsq -out r4.tsr -config demo.cnf");
    assertThat(openssl.verifies("-data data.bin -in r4.tsr -CAfile ca.pem")).isTrue();
    assertThat(rules(imported(anchors, "r4.tsr", "q4.tsq"))).containsExactly(Rule.TIME_DIGEST_WEAK);
    openssl.succeed("ts -query -data data.bin -sha256 -tspolicy 1.2.3.4 -out q5.tsq");
    openssl.call("ts -reply -queryfile q5.tsq -out r5.tsr -config demo.cnf");
    var refused = imported(anchors, "r5.tsr", "q5.tsq");
    assertThat(rules(refused)).containsExactly(Rule.TIME_STAMP_REFUSED);
    assertThat(refused.diagnostics().get(0).notes())
        .containsExactly(
            "status 2, it does not stamp under the policy that was asked for: "
                + "Requested policy is not supported.");
  }

  @Test
  void weReadRevocationListsOfOpenssl() throws Exception {
    opensslAuthority();
    openssl.write("index.txt", new byte[0]);
    openssl.write("number.txt", "01\n".getBytes(StandardCharsets.US_ASCII));
    openssl.write("q.tsq", stamping(TrustAnchors.NONE).query());
    openssl.succeed("ts -reply -queryfile q.tsq -out r.tsr -config demo.cnf");
    var signing = " -config demo.cnf -keyfile ca.key -cert ca.pem";
    Thread.sleep(1100); // a list of the same second is not yet newer than the stamp
    openssl.succeed("ca -gencrl -out ok.crl" + signing);
    openssl.succeed("ca -revoke tsa.pem -crl_reason keyCompromise" + signing);
    openssl.succeed("ca -gencrl -out bad.crl" + signing);
    openssl.succeed("crl -in bad.crl -outform DER -out bad.der");
    assertThat(imported(anchors("ok.crl"), "r.tsr", "q.tsq").diagnostics()).isEmpty();
    for (var list : List.of("bad.crl", "bad.der")) {
      assertThat(rules(imported(anchors(list), "r.tsr", "q.tsq")))
          .containsExactly(Rule.TIME_SIGNER_REVOKED);
    }
  }

  @Test
  void weAndOpensslDifferOnlyWhereWeMustBeStricter() throws Exception {
    var root = Identity.root("Demo Root");
    var tsa =
        root.issue(
            Wanted.stamping("Demo TSA").valid("2026-01-01T00:00:00Z", "2099-01-01T00:00:00Z"));
    openssl.write("root.pem", root.pem().getBytes(StandardCharsets.US_ASCII));
    var anchors = new TrustAnchors(List.of(root.certificate()), List.of());
    var good = Forge.by(tsa).response();
    both(anchors, good, true, true);
    both(anchors, Damage.flipped(good, good.length * 8 - 9), false, false);
    both(anchors, Forge.by(tsa).but(f -> f.imprinted = new byte[0]).response(), false, false);
    both(anchors, Forge.by(tsa).but(f -> f.named = root.certificate()).response(), false, false);
    both(anchors, Forge.by(tsa).but(f -> f.essVersion = 0).response(), false, false);
    both(anchors, Forge.by(tsa).but(f -> f.essVersion = 1).response(), true, true);
    both(anchors, Forge.by(tsa).but(f -> f.status = 2).response(), false, false);
    both(anchors, Forge.by(tsa).but(f -> f.carried.clear()).response(), false, false);
    both(
        anchors,
        Forge.by(
                root.issue(
                    Wanted.stamping("n")
                        .purposes(
                            false, org.bouncycastle.asn1.x509.KeyPurposeId.id_kp_timeStamping)))
            .response(),
        false,
        false);
    // accepted by openssl alone
    both(
        anchors,
        Forge.by(tsa).but(f -> f.genTime = Instant.parse("2090-01-01T00:00:00Z")).response(),
        true,
        false);
    both(anchors, Forge.by(tsa).but(f -> f.digest = "SHA-1").response(), true, false);
    var longer = java.util.Arrays.copyOf(good, good.length + 1);
    both(anchors, longer, true, false);
  }

  private void both(TrustAnchors anchors, byte[] response, boolean theirs, boolean ours)
      throws Exception {
    openssl.write("r.tsr", response);
    assertThat(openssl.verifies("-data data.bin -in r.tsr -CAfile root.pem")).isEqualTo(theirs);
    var stamp = TimeEvidence.of(TimeSubject.STATEMENT, response, "");
    assertThat(verifier(anchors).verify(stamp, Forge.CONTENT, "r.tsr").isTrusted()).isEqualTo(ours);
  }

  private void opensslAuthority() throws Exception {
    openssl.write("demo.cnf", CONFIGURATION.getBytes(StandardCharsets.US_ASCII));
    openssl.write("serial.txt", "0A1A\n".getBytes(StandardCharsets.US_ASCII));
    openssl.succeed(
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem"
            + " -days 3650 -subj /O=Demo/CN=Root -config demo.cnf -extensions v3_ca");
    openssl.succeed(
        "req -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.csr -config demo.cnf"
            + " -subj /O=Demo/CN=Demo_TSA");
    openssl.succeed(
        "x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 3650"
            + " -extfile demo.cnf -extensions v3_tsa -out tsa.pem");
  }

  private TrustAnchors anchors(String list) {
    return AnchorFiles.read(List.of(folder.resolve("ca.pem"), folder.resolve(list))).orThrow();
  }

  private org.planlock.diagnostic.Checked<TimeEvidence> imported(
      TrustAnchors anchors, String reply, String query) throws Exception {
    return stamping(anchors).imported(openssl.read(reply), Optional.of(openssl.read(query)), reply);
  }

  private static TimeStamping stamping(TrustAnchors anchors) {
    return new TimeStamping(verifier(anchors), TimeSubject.STATEMENT, Forge.CONTENT);
  }

  private static TimeVerifier verifier(TrustAnchors anchors) {
    return new TimeVerifier(anchors, NOW, RELEASED);
  }

  private static List<Rule> rules(org.planlock.diagnostic.Checked<?> checked) {
    return checked.diagnostics().stream().map(Diagnostic::rule).toList();
  }
}
