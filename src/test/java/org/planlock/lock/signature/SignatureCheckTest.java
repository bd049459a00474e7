package org.planlock.lock.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Base64Text;
import org.planlock.lock.Damage;
import org.planlock.lock.EnvelopeSignature;
import org.planlock.lock.Sha256;

class SignatureCheckTest {
  private static final String TYPE = "application/vnd.in-toto+json";
  private static final byte[] PAYLOAD = "{\"_type\":1}".getBytes(StandardCharsets.UTF_8);
  private static final Instant NOW = Instant.parse("2026-03-02T09:14:07Z");

  private static final AllowedSigners SIGNERS =
      Keys.signers(
          Keys.line("ana", 0), Keys.line("ben", 1), Keys.line("cleo valid-before=2026-01-01", 2));

  @Test
  void saysWhoSigned() {
    var report = check(sign(0), sign(1));
    assertThat(report.diagnostics()).isEmpty();
    assertThat(report.verdicts()).extracting(SignatureVerdict::who).containsExactly("ana", "ben");
    assertThat(report.people()).containsExactly("ana", "ben");
    assertThat(report.keys())
        .containsExactlyInAnyOrder(Keys.key(0).publicKey(), Keys.key(1).publicKey());
    assertThat(report.tooFew(2, Keys.PLACE)).isEmpty();
    assertThat(report.tooFew(3, Keys.PLACE))
        .hasValueSatisfying(
            finding -> {
              assertThat(finding.rule()).isEqualTo(Rule.SIGNATURES_TOO_FEW);
              assertThat(finding.message()).isEqualTo("2 of at least 3 accepted people signed");
              assertThat(finding.notes()).contains("accepted: ana, ben");
            });
  }

  @Test
  void countsUniqueKeysNeverSignatures() {
    var report = check(sign(0), sign(0), sign(0));
    assertThat(standings(report))
        .containsExactly(
            SignatureStanding.ACCEPTED, SignatureStanding.REPEATED, SignatureStanding.REPEATED);
    assertThat(rules(report)).containsExactly(Rule.SIGNATURE_REPEATED, Rule.SIGNATURE_REPEATED);
    assertThat(report.tooFew(1, Keys.PLACE)).isEmpty();
    assertThat(report.tooFew(2, Keys.PLACE)).isPresent();
  }

  @Test
  void countsPeopleNotTheirKeys() {
    var list = Keys.signers(Keys.line("ana", 0), Keys.line("ana", 1));
    var report =
        new SignatureCheck(list, SigningPurpose.LOCK, NOW)
            .check(TYPE, PAYLOAD, List.of(sign(0), sign(1)), Keys.PLACE);
    assertThat(report.accepted()).hasSize(2);
    assertThat(report.tooFew(2, Keys.PLACE)).isPresent();
  }

  @Test
  void doesNotCountStrangersAndKeysThatHaveEnded() {
    var report = check(sign(3), sign(2));
    assertThat(standings(report))
        .containsExactly(SignatureStanding.UNKNOWN_KEY, SignatureStanding.NOT_ALLOWED);
    assertThat(rules(report)).containsExactly(Rule.SIGNER_UNKNOWN, Rule.SIGNER_NOT_ALLOWED);
    assertThat(report.verdicts().get(0).who())
        .isEqualTo("sha256:" + Keys.key(3).publicKey().id().hex().substring(0, 12) + "…");
    assertThat(report.diagnostics().get(1).notes())
        .containsExactly("its key does not count any more from 2026-01-01T00:00:00Z");
    assertThat(report.people()).isEmpty();
    assertThat(report.keys()).hasSize(2);
    assertThat(report.tooFew(1, Keys.PLACE))
        .hasValueSatisfying(finding -> assertThat(finding.notes()).hasSize(1));
    assertThat(SignatureReport.UNSIGNED.tooFew(1, Keys.PLACE)).isPresent();
  }

  @Test
  void acceptsNothingForAnotherPurpose() {
    var list = Keys.signers(Keys.line("pharmacy only-for=release", 0));
    var signed = List.of(sign(0));
    var asLock =
        new SignatureCheck(list, SigningPurpose.LOCK, NOW).check(TYPE, PAYLOAD, signed, Keys.PLACE);
    var asRelease =
        new SignatureCheck(list, SigningPurpose.RELEASE, NOW)
            .check(TYPE, PAYLOAD, signed, Keys.PLACE);
    assertThat(standings(asLock)).containsExactly(SignatureStanding.NOT_ALLOWED);
    assertThat(standings(asRelease)).containsExactly(SignatureStanding.ACCEPTED);
  }

  @Test
  void findsThatSomethingElseWasSigned() {
    var signed = List.of(sign(0));
    var check = new SignatureCheck(SIGNERS, SigningPurpose.LOCK, NOW);
    assertThat(Damage.everyBit(PAYLOAD))
        .allSatisfy(
            changed ->
                assertThat(rules(check.check(TYPE, changed.bytes(), signed, Keys.PLACE)))
                    .containsExactly(Rule.SIGNATURE_WRONG));
    assertThat(rules(check.check(TYPE + " ", PAYLOAD, signed, Keys.PLACE)))
        .containsExactly(Rule.SIGNATURE_WRONG);
    assertThat(check.check(TYPE, PAYLOAD, signed, Keys.PLACE).accepted()).hasSize(1);
  }

  @Test
  void acceptsNoSignatureWithAFlippedBit() {
    var good = sign(0);
    assertThat(Damage.everyBit(good.sigBytes()))
        .allSatisfy(changed -> refused(with(good.publicKeyBytes(), changed.bytes(), good.keyid())));
    assertThat(Damage.everyBit(good.publicKeyBytes()))
        .allSatisfy(
            changed -> {
              refused(with(changed.bytes(), good.sigBytes(), good.keyid()));
              refused(EnvelopeSignature.of(changed.bytes(), good.sigBytes()));
            });
    assertThat(Damage.everyBit(good.keyid().bytes()))
        .allSatisfy(
            changed ->
                refused(
                    with(
                        good.publicKeyBytes(),
                        good.sigBytes(),
                        new Sha256(HexFormat.of().formatHex(changed.bytes())))));
    assertThat(Damage.everyTruncation(good.sigBytes()))
        .allSatisfy(changed -> refused(with(good.publicKeyBytes(), changed.bytes(), good.keyid())));
  }

  @Test
  void neverThrowsForKeysThatAreNone() {
    for (var spki : List.of("", "00", "302a300506032b6570032100" + "01" + "00".repeat(31))) {
      var bad = EnvelopeSignature.of(HexFormat.of().parseHex(spki), new byte[64]);
      var report = check(bad, sign(1));
      assertThat(standings(report))
          .containsExactly(SignatureStanding.WRONG, SignatureStanding.ACCEPTED);
      assertThat(report.verdicts().get(0).holds()).isFalse();
      assertThat(report.verdicts().get(0).key()).isEmpty();
    }
  }

  @Test
  void acceptsNobodyWithoutAList() {
    var report =
        new SignatureCheck(AllowedSigners.NONE, SigningPurpose.LOCK, NOW)
            .check(TYPE, PAYLOAD, List.of(sign(0)), Keys.PLACE);
    assertThat(report.people()).isEmpty();
    assertThat(report.diagnostics()).extracting(Diagnostic::isError).containsExactly(false);
  }

  private static void refused(EnvelopeSignature signature) {
    assertThat(check(signature).verdicts())
        .extracting(SignatureVerdict::standing)
        .containsExactly(SignatureStanding.WRONG);
  }

  private static EnvelopeSignature with(byte[] key, byte[] sig, Sha256 keyid) {
    return new EnvelopeSignature(keyid, Base64Text.of(sig), Base64Text.of(key));
  }

  private static EnvelopeSignature sign(int number) {
    try (var key = Keys.key(number)) {
      return key.sign(TYPE, PAYLOAD);
    }
  }

  private static SignatureReport check(EnvelopeSignature... signatures) {
    return new SignatureCheck(SIGNERS, SigningPurpose.LOCK, NOW)
        .check(TYPE, PAYLOAD, Arrays.asList(signatures), Keys.PLACE);
  }

  private static List<SignatureStanding> standings(SignatureReport report) {
    return report.verdicts().stream().map(SignatureVerdict::standing).toList();
  }

  private static List<Rule> rules(SignatureReport report) {
    return report.diagnostics().stream().map(Diagnostic::rule).toList();
  }
}
