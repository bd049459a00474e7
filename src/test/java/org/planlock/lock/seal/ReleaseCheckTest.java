package org.planlock.lock.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planlock.lock.seal.Trial.LOCK;
import static org.planlock.lock.seal.Trial.OTHER_LOCK;
import static org.planlock.lock.seal.Trial.emergency;
import static org.planlock.lock.seal.Trial.key;
import static org.planlock.lock.seal.Trial.release;
import static org.planlock.lock.seal.Trial.rules;
import static org.planlock.lock.seal.Trial.sealed;
import static org.planlock.lock.seal.Trial.utf8;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Base64Text;
import org.planlock.lock.Damage;
import org.planlock.lock.Sha256;
import org.planlock.lock.merkle.InclusionProof;
import org.planlock.lock.signature.AllowedSigners;
import org.planlock.lock.signature.Keys;

class ReleaseCheckTest {
  static final AllowedSigners PHARMACY =
      Keys.signers(Keys.line("pharmacy only-for=release", 0), Keys.line("ana only-for=lock", 2));
  private static final String R = "x.release";

  @Test
  void acceptsWhatTheCustodianSigned() {
    for (var good : new CustodianRelease[] {release(), emergency("s02")}) {
      var report = check(good);
      assertThat(report.isAccepted()).isTrue();
      assertThat(report.diagnostics()).isEmpty();
      assertThat(report.custodians()).isEqualTo("pharmacy");
    }
  }

  @Test
  void saysWhatItCannotCheckWithoutTheSealedTable() {
    var report = ReleaseCheck.by(PHARMACY).check(release(), LOCK, R);
    assertThat(report.isAccepted()).isTrue();
    assertThat(rules(report.diagnostics())).containsExactly(Rule.TABLE_NOT_PRESENT);
    var unsigned = CustodianRelease.unsigned(release().statement());
    assertThat(rules(ReleaseCheck.by(PHARMACY).check(unsigned, OTHER_LOCK, R).diagnostics()))
        .containsExactly(
            Rule.RELEASE_UNSIGNED, Rule.RELEASE_FOR_OTHER_LOCK, Rule.TABLE_NOT_PRESENT);
  }

  @Test
  void tellsAReleaseForAnotherLock() {
    var report = ReleaseCheck.by(PHARMACY).check(release(), OTHER_LOCK, sealed(), R);
    assertThat(rules(report.diagnostics())).containsExactly(Rule.RELEASE_FOR_OTHER_LOCK);
    assertThat(report.isAccepted()).isFalse();
    assertThat(report.diagnostics().get(0).notes())
        .containsExactly("it is for " + LOCK, "the lock at hand is " + OTHER_LOCK);
  }

  @Test
  void tellsAReleaseOfAnotherFile() {
    var other =
        Trial.seal(utf8(Trial.TEXT.replace("s01,34", "s01,35")), Trial.NAME, Trial.ARM).orThrow();
    assertThat(rules(ReleaseCheck.by(PHARMACY).check(release(), LOCK, other, R).diagnostics()))
        .containsExactly(Rule.RELEASE_OF_OTHER_FILE);
  }

  @Test
  void tellsAReleaseThatNobodyOrAStrangerSigned() {
    var statement = release().statement();
    assertThat(rules(check(CustodianRelease.unsigned(statement)).diagnostics()))
        .containsExactly(Rule.RELEASE_UNSIGNED);
    var stranger = check(CustodianRelease.unsigned(statement).signed(Keys.key(1)));
    assertThat(rules(stranger.diagnostics()))
        .containsExactly(Rule.SIGNER_UNKNOWN, Rule.SIGNATURES_TOO_FEW);
    var analyst = check(CustodianRelease.unsigned(statement).signed(Keys.key(2)));
    assertThat(rules(analyst.diagnostics()))
        .containsExactly(Rule.SIGNER_NOT_ALLOWED, Rule.SIGNATURES_TOO_FEW);
    var both = check(release().signed(Keys.key(1)));
    assertThat(both.isAccepted()).isTrue();
    assertThat(rules(both.diagnostics())).containsExactly(Rule.SIGNER_UNKNOWN);
  }

  @Test
  void tellsAnEditedStatement() {
    var edited =
        ReleaseFileTest.restated(release(), "the last visit is over", "the last visit was over");
    assertThat(edited.isSound()).isTrue();
    var report = check(edited.orThrow());
    assertThat(report.isAccepted()).isFalse();
    assertThat(rules(report.diagnostics()))
        .containsExactly(Rule.SIGNATURE_WRONG, Rule.SIGNATURES_TOO_FEW);
    var readdressed = ReleaseFileTest.restated(release(), LOCK.hex(), OTHER_LOCK.hex()).orThrow();
    assertThat(
            rules(
                ReleaseCheck.by(PHARMACY)
                    .check(readdressed, OTHER_LOCK, sealed(), R)
                    .diagnostics()))
        .containsExactly(Rule.SIGNATURE_WRONG, Rule.SIGNATURES_TOO_FEW);
  }

  @Test
  void acceptsNoForgeryOfSomeWhoseDigestsFit() {
    acceptsNoForgery(9);
  }

  @Test
  @Tag("thorough")
  void acceptsNoForgeryWhoseDigestsFit() {
    acceptsNoForgery(1);
  }

  private static void acceptsNoForgery(int step) {
    var old = release().statement().bytes();
    var file = new String(ReleaseFile.bytes(release()), java.nio.charset.StandardCharsets.UTF_8);
    var sealed = sealed();
    assertThat(Damage.everyBit(old, step))
        .noneMatch(
            forged -> {
              var text =
                  file.replace(Base64Text.of(old), Base64Text.of(forged.bytes()))
                      .replace(Sha256.of(old).hex(), Sha256.of(forged.bytes()).hex());
              return ReleaseFile.parse(utf8(text), R)
                  .value()
                  .filter(r -> ReleaseCheck.by(PHARMACY).check(r, LOCK, sealed, R).isAccepted())
                  .isPresent();
            });
  }

  @Test
  void tellsAKeyThatIsNotTheSealers() {
    var other =
        CustodianRelease.unsigned(Trial.statement(new Opens.Everything(key(2))))
            .signed(Keys.key(0));
    assertThat(rules(check(other).diagnostics())).containsExactly(Rule.RELEASE_DOES_NOT_OPEN);
  }

  @Test
  void tellsValuesThatWereNotSealed() {
    var honest = Trial.opened().disclose("s02").orThrow();
    var lie =
        new RowDisclosure(
            new SealedRow("s02", Map.of("arm", "ketamine"), honest.row().salt()), honest.proof());
    assertThat(rules(check(disclosing(lie)).diagnostics()))
        .containsExactly(Rule.RELEASE_DOES_NOT_OPEN);
    var elsewhere =
        new RowDisclosure(
            honest.row(), new InclusionProof(2, honest.proof().size(), honest.proof().path()));
    assertThat(rules(check(disclosing(elsewhere)).diagnostics()))
        .containsExactly(Rule.RELEASE_DOES_NOT_OPEN);
  }

  @Test
  void looksAtTheAttestedTimeRatherThanTheClaimedOne() {
    var until = Keys.signers(Keys.line("pharmacy valid-before=2026-03-03", 0));
    assertThat(ReleaseCheck.by(until).check(release(), LOCK, sealed(), R).isAccepted()).isTrue();
    var late = new ReleaseCheck(until, Optional.of(Instant.parse("2027-01-01T00:00:00Z")));
    assertThat(rules(late.check(release(), LOCK, sealed(), R).diagnostics()))
        .containsExactly(Rule.SIGNER_NOT_ALLOWED, Rule.SIGNATURES_TOO_FEW);
  }

  private static CustodianRelease disclosing(RowDisclosure row) {
    return CustodianRelease.unsigned(Trial.statement(new Opens.OneParticipant(row)))
        .signed(Keys.key(0));
  }

  private static ReleaseReport check(CustodianRelease release) {
    return ReleaseCheck.by(PHARMACY).check(release, LOCK, sealed(), R);
  }
}
