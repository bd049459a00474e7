package org.planlock.lock.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.tsp.Accuracy;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.time.Identity.Wanted;

/** What stamps are over, who signed them, and in what shape they come, a case each. */
class StampsTest extends StampCases {
  @TestFactory
  List<DynamicTest> everyStampGetsItsVerdict() {
    trusted();
    contents();
    requests();
    signers();
    shapes();
    return tests(60, 60);
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
}
