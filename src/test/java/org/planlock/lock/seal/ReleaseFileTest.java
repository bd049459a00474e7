package org.planlock.lock.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.planlock.lock.seal.Trial.emergency;
import static org.planlock.lock.seal.Trial.message;
import static org.planlock.lock.seal.Trial.release;
import static org.planlock.lock.seal.Trial.rules;
import static org.planlock.lock.seal.Trial.utf8;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Base64Text;
import org.planlock.lock.Damage;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.entry.Release.Emergency;
import org.planlock.lock.signature.Keys;

class ReleaseFileTest {
  private static final String R = "x.release";
  private static final int SOME = 9;

  @TempDir Path folder;

  @Test
  void isReadAsItWasWritten() {
    for (var release :
        new CustodianRelease[] {
          release(), emergency("s07"), release().signed(Keys.key(1)), unsigned()
        }) {
      var bytes = ReleaseFile.bytes(release);
      assertThat(ReleaseFile.parse(bytes, R).orThrow()).isEqualTo(release);
      var checkedOut = utf8(new String(bytes, StandardCharsets.UTF_8).replace("\n", "\r\n"));
      assertThat(ReleaseFile.parse(checkedOut, R).orThrow().sha256()).isEqualTo(release.sha256());
    }
    var file = folder.resolve("a.release");
    assertThat(ReleaseFile.create(file, release()).isSound()).isTrue();
    assertThat(ReleaseFile.read(file).orThrow()).isEqualTo(release());
    assertThat(rules(ReleaseFile.create(file, release()))).containsExactly(Rule.FILE_EXISTS);
  }

  @Test
  void tellsTheLedgerWhatItIs() {
    var entry = release().entry();
    assertThat(entry.lock()).isEqualTo(Trial.LOCK);
    assertThat(entry.allocation()).isEqualTo(Trial.sealed().sha256());
    assertThat(entry.file()).isEqualTo(Sha256.of(ReleaseFile.bytes(release())));
    assertThat(entry.emergency()).isEmpty();
    assertThat(emergency("s07").entry().emergency()).contains(new Emergency("s07", Trial.REASON));
  }

  @Test
  void opensTheTableOnlyIfItHoldsTheKey() {
    assertThat(release().key()).contains(Trial.key(1));
    assertThat(emergency("s07").key()).isEmpty();
    var text = new String(emergency("s07").statement().bytes(), StandardCharsets.UTF_8);
    assertThat(text)
        .contains("\"participant\":\"s07\"", "\"arm\":\"ketamine\"")
        .doesNotContain("placebo", Base64Text.of(Trial.key(1).bytes()));
    assertThat(emergency("s07").statement().sha256())
        .isEqualTo(Sha256.of(emergency("s07").statement().bytes()));
  }

  @Test
  void acceptsNoFlippedBitOfSome() {
    acceptsNoFlippedBit(SOME);
  }

  @Test
  @Tag("thorough")
  void acceptsNoFlippedBit() {
    acceptsNoFlippedBit(1);
  }

  private static void acceptsNoFlippedBit(int step) {
    for (var release : new CustodianRelease[] {release(), emergency("s07")}) {
      assertThat(Damage.everyBit(ReleaseFile.bytes(release), step))
          .noneMatch(changed -> ReleaseFile.parse(changed.bytes(), R).isSound());
    }
  }

  @Test
  void acceptsNoTruncation() {
    assertThat(Damage.everyTruncation(ReleaseFile.bytes(release())))
        .noneMatch(cut -> ReleaseFile.parse(cut.bytes(), R).isSound());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "planlock-release/1 | planlock-lock/1 | RELEASE_DAMAGED | is not a release",
        "planlock-release/1 | planlock-release/2 | RELEASE_TOO_NEW | was made by a newer version",
        "\"payload\":\" | \"payload\":\"* | RELEASE_DAMAGED | holds no statement, or a signature that"
            + " is none",
        "\"sig\":\" | \"sig\":\"* | RELEASE_DAMAGED | holds no statement, or a signature that is none",
        "\"statementSha256\":\" | \"statementSha256\":\"0 | RELEASE_DAMAGED | has a statement that was"
            + " changed",
        "\"format\" | \"also\":1,\"format\" | RELEASE_DAMAGED | is not as this program writes it",
      })
  void saysWhatIsWrongWithTheEnvelope(String from, String to, Rule rule, String predicate) {
    var text = new String(ReleaseFile.bytes(release()), StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    var read = ReleaseFile.parse(utf8(text.replace(from, to)), R);
    assertThat(rules(read)).containsExactly(rule);
    assertThat(message(read)).isEqualTo("`x.release` " + predicate);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"lock\":\" | \"lock\":\"0",
        "\"name\":\"allocation.csv\" | \"name\":\"../a.csv\"",
        "\"sha256\":\" | \"sha256\":\"0",
        "\"key\":\" | \"key\":\"AAAA",
        "\"key\":\" | \"kez\":\"",
        "\"size\":2 | \"size\":-2",
        "\"root\":\" | \"root\":\"0",
        "\"reason\":\"the last visit is over\" | \"reason\":\" \"",
        "\"claimedTime\":\"2026 | \"claimedTime\":\"",
      })
  void refusesStatementsThatSayTooLittle(String from, String to) {
    assertThat(message(restated(release(), from, to)))
        .isEqualTo("`x.release` does not say what a release must say");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"participant\":\"s07\" | \"participant\":\" \"",
        "\"salt\":\" | \"salt\":\"0",
        "\"values\":{\"arm\":\"ketamine\"} | \"values\":{\"arm\":1}",
        "\"values\":{\"arm\":\"ketamine\"} | \"values\":[]",
        "\"index\":6 | \"index\":-6",
        "\"emergency\":{\"index\":6 | \"emergency\":{\"index\":0.5",
        ",\"size\":14}, | ,\"size\":\"14\"},",
        "\"proof\":[\" | \"proof\":[1,\"",
      })
  void refusesEmergenciesThatSayTooLittle(String from, String to) {
    assertThat(message(restated(emergency("s07"), from, to)))
        .isEqualTo("`x.release` does not say what a release must say");
  }

  @Test
  void refusesStatementsThatSayMore() {
    assertThat(message(restated(release(), "\"reason\":", "\"also\":1,\"reason\":")))
        .isEqualTo("`x.release` is not as this program writes it");
    assertThat(message(restated(release(), "planlock.org/release", "planlock.org/lock")))
        .isEqualTo("`x.release` is not as this program writes it");
    assertThat(message(restated(release(), "\"reason\"", "\"emergency\":{},\"reason\"")))
        .isEqualTo("`x.release` is not as this program writes it");
  }

  @Test
  void refusesWhatIsNoFileOfThisKind() {
    assertThat(rules(ReleaseFile.parse(new byte[(8 << 20) + 1], R)))
        .containsExactly(Rule.TOO_LARGE);
    assertThat(rules(ReleaseFile.parse(utf8("[]"), R))).containsExactly(Rule.RELEASE_DAMAGED);
    assertThat(rules(ReleaseFile.read(folder.resolve("none")))).containsExactly(Rule.FILE_MISSING);
    assertThat(rules(ReleaseFile.parse(utf8("[".repeat(100_000)), R)))
        .containsExactly(Rule.RELEASE_DAMAGED);
  }

  @Test
  void needsAReasonThatCanBeRead() {
    assertThat(ReleaseStatement.isReason("ok")).isTrue();
    assertThat(ReleaseStatement.isReason(" ")).isFalse();
    assertThat(ReleaseStatement.isReason("a\u202Eb")).isFalse();
    assertThat(ReleaseStatement.isReason("a".repeat(4001))).isFalse();
    var said = release().statement();
    assertThatThrownBy(
            () ->
                new ReleaseStatement(
                    said.lock(), "a.csv", said.sealed(), said.opens(), said.head(), "", Trial.NOON))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new ReleaseStatement(
                    said.lock(), "a/b", said.sealed(), said.opens(), said.head(), "x", Trial.NOON))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static CustodianRelease unsigned() {
    return CustodianRelease.unsigned(release().statement());
  }

  /** The file with a changed statement, and a digest of it that fits. */
  static Checked<CustodianRelease> restated(CustodianRelease release, String from, String to) {
    var old = release.statement().bytes();
    var text = new String(old, StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    var forged = utf8(text.replace(from, to));
    var file =
        new String(ReleaseFile.bytes(release), StandardCharsets.UTF_8)
            .replace(Base64Text.of(old), Base64Text.of(forged))
            .replace(Sha256.of(old).hex(), Sha256.of(forged).hex());
    return ReleaseFile.parse(utf8(file), R);
  }
}
