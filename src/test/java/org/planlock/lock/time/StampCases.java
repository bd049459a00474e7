package org.planlock.lock.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.time.Identity.Wanted;

/** Stamps with what a verifier must conclude from each, and by which finding it says so. */
class StampCases {
  static final Instant RELEASED = Instant.parse("2026-02-01T00:00:00Z");
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));

  static final Identity ROOT = Identity.root("Demo Root");
  static final Identity OTHER_ROOT = Identity.root("Other Root");
  static final Identity BETWEEN = ROOT.issue(Wanted.signing("Demo Between"));
  static final Identity TSA = ROOT.issue(Wanted.stamping("Demo TSA"));
  static final Identity DEEP = BETWEEN.issue(Wanted.stamping("Deep TSA"));
  static final KeyPurposeId STAMPS = KeyPurposeId.id_kp_timeStamping;

  record Case(
      String name,
      TimeEvidence evidence,
      TimeVerifier verifier,
      TimeLevel level,
      List<Rule> rules) {}

  final List<Case> cases = new ArrayList<>();

  static final TimeLevel T0 = TimeLevel.T0;
  static final TimeLevel T1 = TimeLevel.T1;
  static final TimeLevel T2 = TimeLevel.T2;
  static final Rule UNCHECKED = Rule.TIME_REVOCATION_NOT_CHECKED;
  static final Rule ALONE = Rule.TIME_SELF_ASSERTED;

  /** A test for each case; at least so many, of which so many per cent are refused. */
  List<DynamicTest> tests(int atLeast, int percentRefused) {
    assertThat(cases).hasSizeGreaterThanOrEqualTo(atLeast);
    assertThat(cases.stream().filter(one -> one.level == TimeLevel.T0).count())
        .as("refused")
        .isGreaterThanOrEqualTo(cases.size() * (long) percentRefused / 100);
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

  static X509Certificate certificate(Identity identity) {
    return identity.certificate();
  }

  static Optional<GeneralName> named(String name) {
    return Optional.of(new GeneralName(new X500Name(name)));
  }

  static TimeEvidence stamp(byte[] response) {
    return TimeEvidence.of(TimeSubject.STATEMENT, response, "forged");
  }

  static byte[] twice(byte[] bytes) {
    var both = Arrays.copyOf(bytes, 2 * bytes.length);
    System.arraycopy(bytes, 0, both, bytes.length, bytes.length);
    return both;
  }

  static byte[] deep() {
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

  static TimeVerifier trusting(Identity... anchors) {
    return trusting(List.of(anchors));
  }

  static TimeVerifier trusting(List<Identity> anchors, X509CRL... lists) {
    var certificates = anchors.stream().map(Identity::certificate).toList();
    return new TimeVerifier(new TrustAnchors(certificates, List.of(lists)), CLOCK, RELEASED);
  }

  void trusted(String name, TimeEvidence evidence) {
    add(name, evidence, trusting(ROOT), T2, UNCHECKED);
  }

  void listed(String name, TimeLevel level, X509CRL list, Rule... rules) {
    add(name, Forge.by(TSA).stamp(), trusting(List.of(ROOT), list), level, rules);
  }

  void refused(String name, TimeEvidence evidence, Rule... rules) {
    add(name, evidence, trusting(ROOT), T0, rules);
  }

  void unreadable(String name, byte[] response) {
    refused(name, stamp(response), Rule.TIME_STAMP_UNREADABLE);
  }

  void unfit(String name, Wanted wanted) {
    refused(name, Forge.by(ROOT.issue(wanted)).stamp(), Rule.TIME_SIGNER_UNFIT);
  }

  void add(
      String name, TimeEvidence evidence, TimeVerifier verifier, TimeLevel level, Rule... rules) {
    cases.add(new Case(name, evidence, verifier, level, List.of(rules)));
  }
}
