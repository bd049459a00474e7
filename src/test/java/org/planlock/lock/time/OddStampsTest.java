package org.planlock.lock.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.time.Identity.Wanted;

/** Stamps, certificates and lists that are rare, or that somebody made to do harm. */
class OddStampsTest {
  private static final Identity ROOT = Identity.root("Demo Root");
  private static final Identity TSA = ROOT.issue(Wanted.stamping("Demo TSA"));
  private static final Rule UNREADABLE = Rule.TIME_STAMP_UNREADABLE;
  private static final Rule UNCHECKED = Rule.TIME_REVOCATION_NOT_CHECKED;
  private static final String JUNE = "2026-06-01T00:00:00Z";

  @Test
  void refusesATokenThatIsNotFramedAsItMust() {
    assertThat(rules(Forge.by(TSA).but(f -> f.isBare = true)))
        .containsExactly(Rule.TIME_SIGNATURE_WRONG);
    assertThat(rules(Forge.by(TSA).but(f -> f.isDetached = true))).containsExactly(UNREADABLE);
    assertThat(rules(Forge.by(TSA).but(f -> f.statement = OddStampsTest::longer)))
        .containsExactly(UNREADABLE);
    // version 2, the last byte of 02 01 01
    assertThat(rules(Forge.by(TSA).but(f -> f.statement = stated -> with(stated, 4, 2))))
        .containsExactly(UNREADABLE);
    // a length in more bytes than it needs: BER, not DER
    assertThat(rules(Forge.by(TSA).but(f -> f.statement = OddStampsTest::roundabout)))
        .containsExactly(UNREADABLE);
    assertThat(rules(Forge.by(TSA).but(f -> f.statement = stated -> new byte[] {5, 0})))
        .containsExactly(UNREADABLE);
    assertThat(rules(Forge.by(TSA).but(f -> f.statement = stated -> new byte[0])))
        .containsExactly(UNREADABLE);
  }

  @Test
  void refusesOtherFramesOfTheSameToken() {
    var good = Forge.by(TSA).response();
    // SignedData version 3 follows its OID, [0] and SEQUENCE; RFC 5652 §5.1
    int version = indexOf(good, new byte[] {2, 1, 3, 0x31});
    assertThat(rules(with(good, version + 2, 4))).containsExactly(UNREADABLE);
    // the last byte of sha-256 in digestAlgorithms becomes that of sha-384
    int digest = indexOf(good, new byte[] {3, 4, 2, 1});
    assertThat(rules(with(good, digest + 3, 2))).containsExactly(UNREADABLE);
    // the version of SignerInfo follows the certificates: 02 01 01 30
    int signer = lastIndexOf(good, new byte[] {2, 1, 1, 0x30});
    assertThat(rules(with(good, signer + 2, 3))).containsExactly(UNREADABLE);
  }

  @Test
  void acceptsASignerThatIsNamedByItsKey() throws Exception {
    var identifier =
        Extension.create(
            Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(Forge.KEY_IDENTIFIER));
    var tsa = ROOT.issue(Wanted.stamping("By key").with(identifier));
    assertThat(rules(Forge.by(tsa).but(f -> f.isByKey = true))).containsExactly(UNCHECKED);
    assertThat(rules(Forge.by(TSA).but(f -> f.isByKey = true)))
        .containsExactly(Rule.TIME_SIGNER_MISSING);
  }

  @Test
  void acceptsACertificateThatSaysNothingOfItsKey() {
    assertThat(rules(Forge.by(ROOT.issue(Wanted.stamping("Terse").usage(0)))))
        .containsExactly(UNCHECKED);
  }

  @Test
  void comparesEveryNameOfTheAuthority() throws Exception {
    var name = new GeneralName(GeneralName.dNSName, "tsa.example.org");
    var names = Extension.create(Extension.subjectAlternativeName, false, new GeneralNames(name));
    var tsa = ROOT.issue(Wanted.stamping("Named").with(names));
    assertThat(rules(Forge.by(tsa).but(f -> f.authority = Optional.of(name))))
        .containsExactly(UNCHECKED);
    var other = new GeneralName(GeneralName.dNSName, "other.example.org");
    assertThat(rules(Forge.by(tsa).but(f -> f.authority = Optional.of(other))))
        .containsExactly(Rule.TIME_SIGNATURE_WRONG);
  }

  @Test
  void showsNoEndlessName() {
    var tsa = ROOT.issue(Wanted.stamping("x" + (",OU=" + "y".repeat(60)).repeat(5)));
    var token = verifier(ROOT).verify(Forge.by(tsa).stamp(), Forge.CONTENT, "x").token();
    assertThat(token.orElseThrow().authority()).hasSize(201).contains("OU=yyy").endsWith("…");
  }

  @Test
  void takesNoAnchorThatMaySignNoCertificates() {
    var signsOnlyLists = Identity.alone(Wanted.signing("Lists").usage(KeyUsage.cRLSign));
    var tsa = signsOnlyLists.issue(Wanted.stamping("Its TSA"));
    assertThat(rules(verifier(signsOnlyLists), Forge.by(tsa).stamp()))
        .containsExactly(Rule.TIME_SELF_ASSERTED);
    var verdict = verifier(signsOnlyLists).verify(Forge.by(tsa).stamp(), Forge.CONTENT, "x");
    assertThat(verdict.diagnostics().get(0).notes())
        .contains("your anchor does not vouch for it at that time");
    var silent = Identity.alone(Wanted.signing("Silent").usage(0));
    assertThat(rules(verifier(silent), Forge.by(silent.issue(Wanted.stamping("Its"))).stamp()))
        .containsExactly(UNCHECKED);
  }

  @Test
  void believesNoListButACompleteOneOfItsIssuer() throws Exception {
    var partial =
        Extension.create(
            Extension.issuingDistributionPoint,
            true,
            new IssuingDistributionPoint((DistributionPointName) null, true, false));
    assertThat(rules(listed(ROOT, ROOT.emptyList(JUNE, partial)), Forge.by(TSA).stamp()))
        .containsExactly(UNCHECKED);
    var delta = Extension.create(Extension.deltaCRLIndicator, true, new ASN1Integer(1));
    assertThat(rules(listed(ROOT, ROOT.emptyList(JUNE, delta)), Forge.by(TSA).stamp()))
        .containsExactly(UNCHECKED);
    var signsNoLists = Identity.alone(Wanted.signing("No lists").usage(KeyUsage.keyCertSign));
    var tsa = signsNoLists.issue(Wanted.stamping("Its TSA"));
    assertThat(rules(listed(signsNoLists, signsNoLists.emptyList(JUNE)), Forge.by(tsa).stamp()))
        .containsExactly(UNCHECKED);
    var silent = Identity.alone(Wanted.signing("Silent").usage(0));
    var its = silent.issue(Wanted.stamping("Its"));
    assertThat(rules(listed(silent, silent.emptyList(JUNE)), Forge.by(its).stamp())).isEmpty();
    // a list says nothing of who is an anchor
    assertThat(rules(listed(TSA, ROOT.emptyList(JUNE)), Forge.by(TSA).stamp()))
        .containsExactly(UNCHECKED);
  }

  @Test
  @Timeout(20)
  void isNotKeptBusyByCertificatesThatAllSignEachOther() {
    var keys = Identity.alone(Wanted.signing("Maze")).keys();
    var maze = Identity.alone(Wanted.signing("Maze"));
    var start =
        new Identity(keys.getPrivate(), maze.issue(Wanted.signing("Maze"), keys).certificate());
    var turns = new ArrayList<Identity>();
    for (int i = 0; i < Token.MOST_CERTIFICATES - 1; i++) {
      turns.add(start.issue(Wanted.signing("Maze"), keys));
    }
    var tsa = start.issue(Wanted.stamping("In the maze"));
    var stamp =
        Forge.by(tsa).but(f -> turns.forEach(turn -> f.carried.add(turn.certificate()))).stamp();
    assertThat(rules(verifier(ROOT), stamp)).containsExactly(Rule.TIME_SELF_ASSERTED);
    assertThat(rules(verifier(start), stamp)).containsExactly(UNCHECKED);
    var anchors = turns.subList(0, 10).toArray(Identity[]::new);
    assertThat(rules(verifier(anchors), stamp)).containsExactly(UNCHECKED);
  }

  @Test
  @Timeout(20)
  void isNotKeptBusyByAMebibyte() {
    var zeros = new byte[TimeEvidence.MOST_BYTES];
    assertThat(rules(zeros)).containsExactly(UNREADABLE);
    zeros[0] = 0x30;
    zeros[1] = (byte) 0x83;
    ByteBuffer.wrap(zeros).putInt(1, 0x83000000 | (zeros.length - 5));
    assertThat(rules(zeros)).containsExactly(UNREADABLE);
  }

  @Test
  void quotesARefusalAsFarAsItIsShort() throws Exception {
    // status 2; status 2 with bit 25; status 2 with the words "no"; with 300 times "n"
    assertThat(refusal(new byte[] {2, 1, 2})).isEqualTo("status 2");
    assertThat(refusal(new byte[] {2, 1, 2, 3, 5, 6, 0, 0, 0, 0x40}))
        .isEqualTo("status 2, it has a failure of its own");
    assertThat(refusal(new byte[] {2, 1, 2, 3, 2, 6, 0x10})).isEqualTo("status 2");
    assertThat(refusal(new byte[] {2, 1, 2, 0x30, 4, 0x0C, 2, 'n', 'o'})).isEqualTo("status 2: no");
    assertThat(refusal(new byte[] {2, 1, 2, 0x30, 0})).isEqualTo("status 2");
    var words = new byte[220];
    Arrays.fill(words, (byte) 'n');
    var text =
        new org.bouncycastle.asn1.DERSequence(
            new ASN1Encodable[] {
              new ASN1Integer(2),
              new org.bouncycastle.asn1.DERSequence(
                  new org.bouncycastle.asn1.DERUTF8String(
                      new String(words, java.nio.charset.StandardCharsets.US_ASCII)))
            });
    var response = new org.bouncycastle.asn1.DERSequence(text).getEncoded();
    assertThat(Reply.parse(response).refusal()).hasSize("status 2: ".length() + 201).endsWith("…");
  }

  private static String refusal(byte[] status) throws Exception {
    var response = ByteBuffer.allocate(status.length + 4);
    response.put(new byte[] {0x30, (byte) (status.length + 2), 0x30, (byte) status.length});
    response.put(status);
    return Reply.parse(response.array()).refusal();
  }

  private static byte[] longer(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length + 1);
  }

  private static byte[] with(byte[] bytes, int index, int value) {
    var changed = bytes.clone();
    assertThat(changed[index]).isNotEqualTo((byte) value);
    changed[index] = (byte) value;
    return changed;
  }

  /** The same sequence with its length in one byte more. */
  private static byte[] roundabout(byte[] der) {
    assertThat(der[1]).isPositive();
    var longer = new byte[der.length + 1];
    longer[0] = der[0];
    longer[1] = (byte) 0x81;
    System.arraycopy(der, 1, longer, 2, der.length - 1);
    return longer;
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int i = 0; i <= bytes.length - part.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }

  private static int lastIndexOf(byte[] bytes, byte[] part) {
    for (int i = bytes.length - part.length; i >= 0; i--) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }

  private static TimeVerifier verifier(Identity... anchors) {
    var certificates = Arrays.stream(anchors).map(Identity::certificate).toList();
    return new TimeVerifier(
        new TrustAnchors(certificates, List.of()), StampCases.CLOCK, StampCases.RELEASED);
  }

  private static TimeVerifier listed(Identity anchor, X509CRL list) {
    return new TimeVerifier(
        new TrustAnchors(List.of(anchor.certificate()), List.of(list)),
        StampCases.CLOCK,
        StampCases.RELEASED);
  }

  private static List<Rule> rules(Forge forge) {
    return rules(verifier(ROOT), forge.stamp());
  }

  private static List<Rule> rules(byte[] response) {
    return rules(verifier(ROOT), TimeEvidence.of(TimeSubject.STATEMENT, response, ""));
  }

  private static List<Rule> rules(TimeVerifier verifier, TimeEvidence stamp) {
    return verifier.verify(stamp, Forge.CONTENT, "x").diagnostics().stream()
        .map(Diagnostic::rule)
        .toList();
  }
}
