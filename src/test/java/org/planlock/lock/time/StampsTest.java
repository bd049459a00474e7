package org.planlock.lock.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.tsp.Accuracy;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.time.Identity.Wanted;

/** One stamp a case: what a verifier must conclude, and by which finding it says so. */
class StampsTest {
  static final Instant RELEASED = Instant.parse("2026-02-01T00:00:00Z");
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));

  private static final Identity ROOT = Identity.root("Demo Root");
  private static final Identity OTHER_ROOT = Identity.root("Other Root");
  private static final Identity BETWEEN = ROOT.issue(Wanted.signing("Demo Between"));
  private static final Identity TSA = ROOT.issue(Wanted.stamping("Demo TSA"));
  private static final Identity DEEP = BETWEEN.issue(Wanted.stamping("Deep TSA"));
  private static final KeyPurposeId STAMPS = KeyPurposeId.id_kp_timeStamping;

  private record Case(
      String name,
      TimeEvidence evidence,
      TimeVerifier verifier,
      TimeLevel level,
      List<Rule> rules) {}

  private final List<Case> cases = new ArrayList<>();

  @TestFactory
  List<DynamicTest> everyStampGetsItsVerdict() {
    trusted();
    contents();
    requests();
    signers();
    shapes();
    moments();
    revocations();
    assertThat(cases).hasSizeGreaterThanOrEqualTo(50);
    assertThat(cases.stream().filter(one -> one.level == TimeLevel.T0).count())
        .as("refused")
        .isGreaterThanOrEqualTo(cases.size() * 60L / 100);
    return cases.stream().map(one -> DynamicTest.dynamicTest(one.name, () -> judge(one))).toList();
  }

  private static void judge(Case one) {
    var verdict = one.verifier.verify(one.evidence, Forge.CONTENT, "small.lock");
    assertThat(verdict.diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactlyInAnyOrderElementsOf(one.rules);
    assertThat(verdict.level()).isEqualTo(one.level);
    assertThat(verdict.isTrusted()).isEqualTo(one.level == TimeLevel.T2);
    assertThat(verdict.diagnostics())
        .allSatisfy(
            found -> {
              assertThat(found.message()).doesNotContain("Exception", "org.", "java");
              assertThat(found.span().file().name()).isEqualTo("small.lock");
            });
  }

  private void trusted() {
    trusted("trusted root", Forge.by(TSA).stamp());
    add("trusted authority itself", Forge.by(TSA).stamp(), trusting(TSA), T2, UNCHECKED);
    add(
        "trusted authority that carries no certificate",
        Forge.by(TSA).but(f -> f.carried.clear()).stamp(),
        trusting(TSA),
        T2,
        UNCHECKED);
    trusted(
        "somebody between, carried",
        Forge.by(DEEP).but(f -> f.carried.add(certificate(BETWEEN))).stamp());
    add("somebody between, given", Forge.by(DEEP).stamp(), trusting(BETWEEN), T2, UNCHECKED);
    add("somebody between, missing", Forge.by(DEEP).stamp(), trusting(ROOT), T1, ALONE);
    trusted("root carried too", Forge.by(TSA).but(f -> f.carried.add(certificate(ROOT))).stamp());
    trusted("granted with changes", Forge.by(TSA).but(f -> f.status = 1).stamp());
    trusted("identifier of the first version", Forge.by(TSA).but(f -> f.essVersion = 1).stamp());
    trusted(
        "RSA authority",
        Forge.by(ROOT.issue(Wanted.stamping("RSA TSA").by("RSA", "SHA256withECDSA")))
            .but(f -> f.signature = "SHA256withRSA")
            .stamp());
    trusted(
        "signature with SHA-512", Forge.by(TSA).but(f -> f.signature = "SHA512withECDSA").stamp());
    trusted("names itself", Forge.by(TSA).but(f -> f.authority = named("CN=Demo TSA")).stamp());
    trusted(
        "may also approve",
        Forge.by(
                ROOT.issue(
                    Wanted.stamping("Approving")
                        .usage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation)))
            .stamp());
    add("other root", Forge.by(TSA).stamp(), trusting(OTHER_ROOT), T1, ALONE);
    add("no anchor", Forge.by(TSA).stamp(), trusting(), T1, ALONE);
    add(
        "root of the same name",
        Forge.by(TSA).stamp(),
        trusting(Identity.root("Demo Root")),
        T1,
        ALONE);
    add(
        "root only in the token",
        Forge.by(TSA).but(f -> f.carried.add(certificate(ROOT))).stamp(),
        trusting(OTHER_ROOT),
        T1,
        ALONE);
    add(
        "own authority, back-dated",
        Forge.by(Identity.alone(Wanted.stamping("Mine")))
            .but(f -> f.genTime = RELEASED.plusSeconds(1))
            .stamp(),
        trusting(ROOT),
        T1,
        ALONE);
    add(
        "issued by an authority, not by a root",
        Forge.by(TSA.issue(Wanted.stamping("Child")))
            .but(f -> f.carried.add(certificate(TSA)))
            .stamp(),
        trusting(ROOT),
        T1,
        ALONE);
    add(
        "issued by an authority that is an anchor",
        Forge.by(TSA.issue(Wanted.stamping("Child"))).stamp(),
        trusting(TSA),
        T1,
        ALONE);
    add(
        "certificate signed by SHA-1",
        Forge.by(ROOT.issue(Wanted.stamping("Old").by("EC", "SHA1withECDSA"))).stamp(),
        trusting(ROOT),
        T1,
        ALONE);
  }

  private void contents() {
    refused(
        "other data",
        Forge.by(TSA).but(f -> f.imprinted = new byte[] {1}).stamp(),
        Rule.TIME_OF_OTHER_CONTENT);
    refused(
        "SHA-1 imprint", Forge.by(TSA).but(f -> f.digest = "SHA-1").stamp(), Rule.TIME_DIGEST_WEAK);
    refused(
        "SHA-512 imprint",
        Forge.by(TSA).but(f -> f.digest = "SHA-512").stamp(),
        Rule.TIME_DIGEST_WEAK);
    refused(
        "signature with SHA-1",
        Forge.by(TSA).but(f -> f.signature = "SHA1withECDSA").stamp(),
        Rule.TIME_DIGEST_WEAK);
  }

  private void requests() {
    var nonce = BigInteger.valueOf(77);
    trusted(
        "answers its query",
        Forge.by(TSA)
            .but(f -> f.nonce = Optional.of(nonce))
            .stamp(query("SHA-256", Forge.CONTENT.bytes(), nonce, "")));
    trusted(
        "asked for its policy",
        Forge.by(TSA)
            .but(f -> f.nonce = Optional.of(nonce))
            .stamp(query("SHA-256", Forge.CONTENT.bytes(), nonce, Forge.POLICY)));
    refused(
        "other nonce",
        Forge.by(TSA)
            .but(f -> f.nonce = Optional.of(nonce))
            .stamp(query("SHA-256", Forge.CONTENT.bytes(), BigInteger.TEN, "")),
        Rule.TIME_OF_OTHER_REQUEST);
    refused(
        "no nonce",
        Forge.by(TSA).stamp(query("SHA-256", Forge.CONTENT.bytes(), nonce, "")),
        Rule.TIME_OF_OTHER_REQUEST);
    refused(
        "other policy",
        Forge.by(TSA)
            .but(f -> f.nonce = Optional.of(nonce))
            .stamp(query("SHA-256", Forge.CONTENT.bytes(), nonce, "1.2.3.4")),
        Rule.TIME_OF_OTHER_REQUEST);
    refused(
        "query over other data",
        Forge.by(TSA)
            .but(f -> f.nonce = Optional.of(nonce))
            .stamp(query("SHA-256", new byte[32], nonce, "")),
        Rule.TIME_OF_OTHER_REQUEST);
    refused(
        "query and stamp over other data",
        Forge.by(TSA)
            .but(f -> f.imprinted = new byte[] {1})
            .stamp(query("SHA-256", org.planlock.lock.Sha256.of(new byte[] {1}).bytes(), null, "")),
        Rule.TIME_OF_OTHER_CONTENT);
    refused("query is none", Forge.by(TSA).stamp(new byte[] {0x30, 0}), Rule.TIME_STAMP_UNREADABLE);
    var good = query("SHA-256", Forge.CONTENT.bytes(), nonce, "");
    refused(
        "query goes on",
        Forge.by(TSA)
            .but(f -> f.nonce = Optional.of(nonce))
            .stamp(Arrays.copyOf(good, good.length + 1)),
        Rule.TIME_STAMP_UNREADABLE);
  }

  private void signers() {
    unfit("no purpose", Wanted.stamping("x").purposes(true));
    unfit("other purpose", Wanted.stamping("x").purposes(true, KeyPurposeId.id_kp_codeSigning));
    unfit(
        "another purpose too",
        Wanted.stamping("x").purposes(true, STAMPS, KeyPurposeId.id_kp_serverAuth));
    unfit("any purpose", Wanted.stamping("x").purposes(true, KeyPurposeId.anyExtendedKeyUsage));
    unfit("purpose not critical", Wanted.stamping("x").purposes(false, STAMPS));
    unfit("key for other things", Wanted.stamping("x").usage(KeyUsage.keyEncipherment));
    unfit(
        "key for other things too",
        Wanted.stamping("x").usage(KeyUsage.digitalSignature | KeyUsage.keyCertSign));
    refused(
        "no certificate",
        Forge.by(TSA).but(f -> f.carried.clear()).stamp(),
        Rule.TIME_SIGNER_MISSING);
    refused(
        "other certificate alone",
        Forge.by(TSA).but(f -> f.carried.set(0, certificate(DEEP))).stamp(),
        Rule.TIME_SIGNER_MISSING);
    refused(
        "identifier of another certificate",
        Forge.by(TSA).but(f -> f.named = certificate(DEEP)).stamp(),
        Rule.TIME_SIGNATURE_WRONG);
    refused(
        "old identifier of another certificate",
        Forge.by(TSA)
            .but(
                f -> {
                  f.named = certificate(DEEP);
                  f.essVersion = 1;
                })
            .stamp(),
        Rule.TIME_SIGNATURE_WRONG);
    refused(
        "second identifier of another certificate",
        Forge.by(TSA)
            .but(
                f -> {
                  f.carried.add(certificate(DEEP));
                  f.essVersion = 3;
                })
            .stamp(),
        Rule.TIME_SIGNATURE_WRONG);
    refused(
        "no identifier",
        Forge.by(TSA).but(f -> f.essVersion = 0).stamp(),
        Rule.TIME_SIGNATURE_WRONG);
    refused(
        "two signers",
        Forge.by(TSA).but(f -> f.signers.add(TSA)).stamp(),
        Rule.TIME_SIGNATURE_WRONG);
    refused(
        "no signer", Forge.by(TSA).but(f -> f.signers.clear()).stamp(), Rule.TIME_SIGNATURE_WRONG);
    refused(
        "signed by another key",
        Forge.by(TSA).but(f -> f.signers.set(0, DEEP)).stamp(),
        Rule.TIME_SIGNATURE_WRONG);
    refused(
        "names another authority",
        Forge.by(TSA).but(f -> f.authority = named("CN=Somebody")).stamp(),
        Rule.TIME_SIGNATURE_WRONG);
    refused(
        "more certificates than any path has",
        Forge.by(TSA)
            .but(
                f -> {
                  for (int i = 0; i < 20; i++) {
                    f.carried.add(certificate(Identity.root("Root " + i)));
                  }
                })
            .stamp(),
        Rule.TIME_SIGNATURE_WRONG);
  }

  private void shapes() {
    var good = Forge.by(TSA).response();
    unreadable("empty", new byte[0]);
    unreadable("one byte", new byte[] {0x30});
    unreadable("trailing byte", Arrays.copyOf(good, good.length + 1));
    unreadable("twice", twice(good));
    unreadable("last byte missing", Arrays.copyOf(good, good.length - 1));
    unreadable("first half", Arrays.copyOf(good, good.length / 2));
    unreadable("web page", "<html>log in</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    unreadable("a certificate", X509.der(certificate(TSA)));
    unreadable(
        "another content",
        Forge.by(TSA)
            .but(f -> f.contentType = new ASN1ObjectIdentifier("1.2.840.113549.1.7.1"))
            .response());
    unreadable("100 000 levels deep", deep());
    unreadable("granted without a token", new byte[] {0x30, 5, 0x30, 3, 2, 1, 0});
    refused("refused", stamp(new byte[] {0x30, 5, 0x30, 3, 2, 1, 2}), Rule.TIME_STAMP_REFUSED);
    refused(
        "refused and yet given",
        Forge.by(TSA).but(f -> f.status = 2).stamp(),
        Rule.TIME_STAMP_REFUSED);
    refused("waiting", Forge.by(TSA).but(f -> f.status = 3).stamp(), Rule.TIME_STAMP_REFUSED);
    refused(
        "status beyond all numbers",
        stamp(new byte[] {0x30, 11, 0x30, 9, 2, 7, 1, 0, 0, 0, 0, 0, 0}),
        Rule.TIME_STAMP_REFUSED);
  }

  private void moments() {
    refused(
        "of 2090",
        Forge.by(
                ROOT.issue(
                    Wanted.stamping("Late").valid("2026-01-01T00:00:00Z", "2099-01-01T00:00:00Z")))
            .but(f -> f.genTime = Instant.parse("2090-01-01T00:00:00Z"))
            .stamp(),
        Rule.TIME_IMPOSSIBLE);
    refused(
        "six minutes ahead",
        Forge.by(TSA).but(f -> f.genTime = CLOCK.instant().plus(Duration.ofMinutes(6))).stamp(),
        Rule.TIME_IMPOSSIBLE);
    trusted(
        "four minutes ahead",
        Forge.by(TSA).but(f -> f.genTime = CLOCK.instant().plus(Duration.ofMinutes(4))).stamp());
    refused(
        "before this program",
        Forge.by(TSA).but(f -> f.genTime = RELEASED.minusSeconds(1)).stamp(),
        Rule.TIME_IMPOSSIBLE);
    trusted("the moment of the release", Forge.by(TSA).but(f -> f.genTime = RELEASED).stamp());
    add(
        "the verifier's clock is wrong",
        Forge.by(TSA).stamp(),
        new TimeVerifier(trusting(ROOT).anchors(), InstantSource.fixed(Instant.EPOCH), RELEASED),
        T0,
        Rule.TIME_IMPOSSIBLE);
    add(
        "expired since",
        Forge.by(
                ROOT.issue(
                    Wanted.stamping("Gone").valid("2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z")))
            .stamp(),
        trusting(ROOT),
        T2,
        UNCHECKED,
        Rule.TIME_SIGNER_EXPIRED_SINCE);
    refused(
        "expired before",
        Forge.by(
                ROOT.issue(
                    Wanted.stamping("Ended").valid("2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z")))
            .stamp(),
        Rule.TIME_SIGNER_NOT_VALID);
    refused(
        "not yet valid",
        Forge.by(
                ROOT.issue(
                    Wanted.stamping("Young").valid("2026-04-01T00:00:00Z", "2027-03-01T00:00:00Z")))
            .stamp(),
        Rule.TIME_SIGNER_NOT_VALID);
    var gone =
        Identity.alone(
            Wanted.signing("Short Root").valid("2020-01-01T00:00:00Z", "2026-03-01T00:00:00Z"));
    add(
        "root ended before",
        Forge.by(gone.issue(Wanted.stamping("Its TSA"))).stamp(),
        trusting(gone),
        T1,
        ALONE);
    var brief =
        ROOT.issue(Wanted.signing("Brief").valid("2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z"));
    add(
        "somebody between ended before",
        Forge.by(brief.issue(Wanted.stamping("Under brief")))
            .but(f -> f.carried.add(certificate(brief)))
            .stamp(),
        trusting(ROOT),
        T1,
        ALONE);
  }

  private void revocations() {
    var tsa = certificate(TSA);
    listed("not revoked", T2, ROOT.emptyList("2026-06-01T00:00:00Z"));
    listed("list older than the stamp", T2, ROOT.emptyList("2026-03-01T00:00:00Z"), UNCHECKED);
    listed("list of another root", T2, OTHER_ROOT.emptyList("2026-06-01T00:00:00Z"), UNCHECKED);
    listed(
        "list that somebody else signed",
        T2,
        Identity.root("Demo Root").emptyList("2026-06-01T00:00:00Z"),
        UNCHECKED);
    listed(
        "revoked before",
        T0,
        ROOT.revoke(tsa, "2026-03-01T00:00:00Z", CRLReason.superseded, "2026-06-01T00:00:00Z"),
        Rule.TIME_SIGNER_REVOKED);
    listed(
        "key stolen later",
        T0,
        ROOT.revoke(tsa, "2026-05-01T00:00:00Z", CRLReason.keyCompromise, "2026-06-01T00:00:00Z"),
        Rule.TIME_SIGNER_REVOKED);
    listed(
        "revoked later for no reason",
        T0,
        ROOT.revoke(tsa, "2026-05-01T00:00:00Z", Identity.NO_REASON, "2026-06-01T00:00:00Z"),
        Rule.TIME_SIGNER_REVOKED);
    listed(
        "closed down later",
        T2,
        ROOT.revoke(
            tsa, "2026-05-01T00:00:00Z", CRLReason.cessationOfOperation, "2026-06-01T00:00:00Z"));
    listed(
        "another one revoked",
        T2,
        ROOT.revoke(
            certificate(BETWEEN),
            "2026-03-01T00:00:00Z",
            CRLReason.keyCompromise,
            "2026-06-01T00:00:00Z"));
    var deep = Forge.by(DEEP).but(f -> f.carried.add(certificate(BETWEEN))).stamp();
    var between =
        ROOT.revoke(
            certificate(BETWEEN),
            "2026-03-01T00:00:00Z",
            CRLReason.keyCompromise,
            "2026-06-01T00:00:00Z");
    add(
        "somebody between revoked",
        deep,
        trusting(List.of(ROOT), between),
        T0,
        Rule.TIME_SIGNER_REVOKED);
    add(
        "revoked on one of two ways",
        deep,
        trusting(List.of(ROOT, BETWEEN), between),
        T2,
        UNCHECKED);
    add(
        "only half of the way covered",
        deep,
        trusting(List.of(ROOT), ROOT.emptyList("2026-06-01T00:00:00Z")),
        T2,
        UNCHECKED);
    add(
        "all of the way covered",
        deep,
        trusting(
            List.of(ROOT),
            ROOT.emptyList("2026-06-01T00:00:00Z"),
            BETWEEN.emptyList("2026-05-01T00:00:00Z")),
        T2);
  }

  private static final TimeLevel T0 = TimeLevel.T0;
  private static final TimeLevel T1 = TimeLevel.T1;
  private static final TimeLevel T2 = TimeLevel.T2;
  private static final Rule UNCHECKED = Rule.TIME_REVOCATION_NOT_CHECKED;
  private static final Rule ALONE = Rule.TIME_SELF_ASSERTED;

  @Test
  void saysWhatTheStampSays() {
    var stamp =
        Forge.by(DEEP)
            .but(
                f -> {
                  f.carried.add(certificate(BETWEEN));
                  f.accuracy =
                      Optional.of(
                          new Accuracy(
                              new ASN1Integer(1), new ASN1Integer(500), new ASN1Integer(20)));
                })
            .stamp();
    var lists =
        trusting(
            List.of(ROOT),
            ROOT.emptyList("2026-06-01T00:00:00Z"),
            BETWEEN.emptyList("2026-05-01T00:00:00Z"));
    var token = lists.verify(stamp, Forge.CONTENT, "small.lock").token().orElseThrow();
    assertThat(token.genTime()).isEqualTo(Forge.THEN);
    assertThat(token.latest()).isEqualTo(Forge.THEN.plusNanos(1_500_020_000L));
    assertThat(token.serial()).isEqualTo(42);
    assertThat(token.policy()).isEqualTo(Forge.POLICY);
    assertThat(token.authority()).isEqualTo("CN=Deep TSA");
    assertThat(token.signer()).isEqualTo(X509.key(certificate(DEEP)));
    assertThat(token.roots()).containsExactly(X509.key(certificate(ROOT)));
    assertThat(token.revocation().words()).isEqualTo("not revoked as of 2026-05-01T00:00:00Z");
    assertThat(
            trusting(ROOT)
                .verify(stamp, Forge.CONTENT, "x")
                .token()
                .orElseThrow()
                .revocation()
                .words())
        .isEqualTo("revocation not checked");
  }

  private static X509Certificate certificate(Identity identity) {
    return identity.certificate();
  }

  private static Optional<GeneralName> named(String name) {
    return Optional.of(new GeneralName(new X500Name(name)));
  }

  private static TimeEvidence stamp(byte[] response) {
    return TimeEvidence.of(TimeSubject.STATEMENT, response, "forged");
  }

  private static byte[] twice(byte[] bytes) {
    var both = Arrays.copyOf(bytes, 2 * bytes.length);
    System.arraycopy(bytes, 0, both, bytes.length, bytes.length);
    return both;
  }

  private static byte[] deep() {
    var bytes = new byte[200_000];
    for (int i = 0; i < bytes.length; i += 2) {
      bytes[i] = 0x30;
      bytes[i + 1] = (byte) 0x80;
    }
    return bytes;
  }

  static byte[] query(
      String digest,
      byte[] imprint,
      @org.jspecify.annotations.Nullable BigInteger nonce,
      String policy) {
    var generator = new TimeStampRequestGenerator();
    if (!policy.isEmpty()) {
      generator.setReqPolicy(new ASN1ObjectIdentifier(policy));
    }
    generator.setCertReq(true);
    var algorithm = new ASN1ObjectIdentifier("2.16.840.1.101.3.4.2.1");
    try {
      return (nonce == null
              ? generator.generate(algorithm, imprint)
              : generator.generate(algorithm, imprint, nonce))
          .getEncoded();
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TimeVerifier trusting(Identity... anchors) {
    return trusting(List.of(anchors));
  }

  private static TimeVerifier trusting(List<Identity> anchors, X509CRL... lists) {
    var certificates = anchors.stream().map(Identity::certificate).toList();
    return new TimeVerifier(new TrustAnchors(certificates, List.of(lists)), CLOCK, RELEASED);
  }

  private void trusted(String name, TimeEvidence evidence) {
    add(name, evidence, trusting(ROOT), T2, UNCHECKED);
  }

  private void listed(String name, TimeLevel level, X509CRL list, Rule... rules) {
    add(name, Forge.by(TSA).stamp(), trusting(List.of(ROOT), list), level, rules);
  }

  private void refused(String name, TimeEvidence evidence, Rule... rules) {
    add(name, evidence, trusting(ROOT), T0, rules);
  }

  private void unreadable(String name, byte[] response) {
    refused(name, stamp(response), Rule.TIME_STAMP_UNREADABLE);
  }

  private void unfit(String name, Wanted wanted) {
    refused(name, Forge.by(ROOT.issue(wanted)).stamp(), Rule.TIME_SIGNER_UNFIT);
  }

  private void add(
      String name, TimeEvidence evidence, TimeVerifier verifier, TimeLevel level, Rule... rules) {
    cases.add(new Case(name, evidence, verifier, level, List.of(rules)));
  }
}
