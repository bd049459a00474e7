package org.planlock.lock.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planlock.lock.seal.Trial.file;
import static org.planlock.lock.seal.Trial.key;
import static org.planlock.lock.seal.Trial.message;
import static org.planlock.lock.seal.Trial.rules;
import static org.planlock.lock.seal.Trial.sealed;
import static org.planlock.lock.seal.Trial.utf8;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Base64Text;
import org.planlock.lock.Damage;
import org.planlock.lock.Sha256;

class SealedTableFileTest {
  private static final String X = "x.sealed";
  private static final byte[] FILE = SealedTableFile.bytes(sealed());

  /** Nearly a tenth of all bits, of each bit in a byte equally many. */
  private static final int SOME = 9;

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
    var rules = Set.of(Rule.SEALED_DAMAGED, Rule.SEALED_TOO_NEW);
    assertThat(Damage.everyBit(FILE, step))
        .allMatch(changed -> rules.containsAll(refused(SealedTableFile.parse(changed.bytes(), X))));
  }

  @Test
  void acceptsNoTruncation() {
    assertThat(Damage.everyTruncation(FILE))
        .allMatch(
            cut ->
                refused(SealedTableFile.parse(cut.bytes(), X))
                    .equals(java.util.List.of(Rule.SEALED_DAMAGED)));
  }

  @Test
  void opensNoForgeryOfSomeWhoseChecksumsFit() {
    opensNoForgery(SOME);
  }

  @Test
  @Tag("thorough")
  void opensNoForgeryWhoseChecksumsFit() {
    opensNoForgery(1);
  }

  private static void opensNoForgery(int step) {
    var header = sealed().header().bytes();
    var ciphertext = sealed().ciphertext();
    var text = Base64Text.of(ciphertext);
    var readable = sealed().readable();
    assertThat(Damage.everyBit(header, step))
        .noneMatch(forged -> opened(file(forged.bytes(), text, readable)).isSound());
    assertThat(Damage.everyBit(ciphertext, step))
        .allMatch(
            forged ->
                rules(opened(file(header, Base64Text.of(forged.bytes()), readable)))
                    .equals(java.util.List.of(Rule.SEALED_CHANGED)));
    assertThat(Damage.everyBit(readable, step))
        .noneMatch(forged -> opened(file(header, text, forged.bytes())).isSound());
    assertThat(Damage.everyTruncation(ciphertext).skip(17).filter(cut -> isOf(cut, step)))
        .allMatch(
            cut ->
                rules(opened(file(header, Base64Text.of(cut.bytes()), readable)))
                    .equals(java.util.List.of(Rule.SEALED_CHANGED)));
  }

  private static boolean isOf(Damage.Damaged cut, int step) {
    return cut.bytes().length % step == 0;
  }

  @Test
  void saysWhichPartWasDamaged() {
    int header = sealed().header().bytes().length;
    assertThat(message(parsed(Damage.flipped(FILE, 8 * 40))))
        .contains("has a header that was changed");
    assertThat(message(parsed(Damage.flipped(FILE, 8 * (header + 1000)))))
        .isEqualTo("`x.sealed` has a ciphertext that was changed");
    assertThat(message(parsed(Damage.flipped(FILE, 8 * (FILE.length - 3)))))
        .isEqualTo("`x.sealed` has a readable part that was changed");
    assertThat(message(parsed(Arrays.copyOf(FILE, FILE.length - 3))))
        .isEqualTo("`x.sealed` is cut short: 3 bytes are missing");
    assertThat(message(parsed(Arrays.copyOf(FILE, header + 1))))
        .isEqualTo("`x.sealed` is cut short behind its header");
    assertThat(message(parsed(Trial.joined(FILE, utf8("s15,1\n")))))
        .isEqualTo("`x.sealed` goes on after its end");
    assertThat(message(parsed(new byte[0])))
        .isEqualTo("`x.sealed` is no sealed table, or cut short");
    assertThat(message(parsed(utf8("id,arm\ns,a\n"))))
        .isEqualTo("`x.sealed` is no sealed table, or cut short");
    assertThat(message(parsed(utf8("{\"format\":\"planlock-lock/1\"}\n"))))
        .isEqualTo("`x.sealed` is no sealed table");
    assertThat(message(parsed(utf8("{}\n")))).isEqualTo("`x.sealed` is no sealed table");
    assertThat(rules(parsed(utf8("{\"format\":\"planlock-sealed/2\"}\n"))))
        .containsExactly(Rule.SEALED_TOO_NEW);
    assertThat(rules(SealedTableFile.parse(new byte[SealedTableFile.MOST_BYTES + 1], X)))
        .containsExactly(Rule.TOO_LARGE);
    assertThat(rules(SealedTableFile.read(Path.of("no such.sealed"))))
        .containsExactly(Rule.FILE_MISSING);
  }

  @Test
  void tellsACheckoutThatChangedLineEnds() {
    var text = new String(FILE, StandardCharsets.UTF_8).replace("\n", "\r\n");
    var read = parsed(utf8(text));
    assertThat(message(read)).isEqualTo("`x.sealed` has other line ends than it was sealed with");
    assertThat(read.diagnostics().get(0).helps()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"file\":\"allocation.csv\" | \"file\":\"../allocation.csv\"",
        "\"separator\":\"comma\" | \"separator\":\"dots\"",
        "\"ids\": | \"id\":",
        "\"columns\":[\"arm\"] | \"columns\":\"arm\"",
        "\"columns\":[\"arm\"] | \"columns\":[1]",
        "\"keyCommit\":\" | \"keyCommit\":\"0",
        "\"nonce\":\"AAEC | \"nonce\":\"",
        "\"nonce\":\" | \"nonce\":\"*",
        "\"tableCommit\":\" | \"tableCommit\":\"g",
        "\"size\":14 | \"size\":-14",
        "\"root\":\" | \"root\":\"0",
        "\"readableSha256\":\" | \"readableSha256\":\"0",
        "\"columns\" | \"also\":1,\"columns\"",
        "\"size\":14 | \"size\":14.0",
      })
  void refusesHeadersThatLackOrAddSomething(String from, String to) {
    var read = parsed(withHeader(from, to));
    assertThat(rules(read)).containsExactly(Rule.SEALED_DAMAGED);
    assertThat(message(read)).isEqualTo("`x.sealed` does not hold what a sealed table must hold");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"size\":14 | \"size\":13",
        "\"ids\":\"participant_id\" | \"ids\":\"arm\"",
      })
  void refusesHeadersThatDoNotFitTheReadablePart(String from, String to) {
    assertThat(rules(parsed(withHeader(from, to)))).containsExactly(Rule.SEALED_INCONSISTENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "allocation.csv | outcome.csv",
        "\"columns\":[\"arm\"] | \"columns\":[\"age\"]",
        "\"separator\":\"comma\" | \"separator\":\"tab\"",
        "\"nonce\":\"AAEC | \"nonce\":\"AAED",
        "\"rows\":{\"root\":\" | \"rows\":{\"root\":\"0",
      })
  void opensNoEditedHeader(String from, String to) {
    var forged = withHeader(from, to);
    if (to.contains("root")) {
      // one digit more makes no digest; take the last one away
      var text = new String(sealed().header().bytes(), StandardCharsets.UTF_8);
      int at = text.indexOf(from) + from.length();
      forged =
          file(
              utf8(
                  text.substring(0, at)
                      + "0"
                      + text.substring(at, at + 63)
                      + text.substring(at + 64)),
              Base64Text.of(sealed().ciphertext()),
              sealed().readable());
    }
    assertThat(opened(forged).isSound()).isFalse();
  }

  @Test
  void tellsAnEditedHeaderFromAnotherKey() {
    var edited = opened(withHeader("allocation.csv", "outcome.csv"));
    assertThat(rules(edited)).containsExactly(Rule.SEALED_CHANGED);
    assertThat(message(edited)).isEqualTo("`x.sealed` was changed after it was sealed");
    var wrongKey = parsed(FILE).then(table -> table.open(key(2), X));
    assertThat(rules(wrongKey)).containsExactly(Rule.SEALED_WITH_OTHER_KEY);
    assertThat(message(wrongKey)).isEqualTo("`x.sealed` was sealed with another key");
    var commit = key(2).commitment().hex();
    var readdressed = withHeader(key(1).commitment().hex(), commit);
    assertThat(rules(parsed(readdressed).then(table -> table.open(key(2), X))))
        .containsExactly(Rule.SEALED_CHANGED);
  }

  @Test
  void refusesChecksumsThatSayMoreOrLess() {
    var text = new String(FILE, StandardCharsets.UTF_8);
    assertThat(rules(parsed(utf8(text.replace("\"bytes\":", "\"also\":1,\"bytes\":")))))
        .containsExactly(Rule.SEALED_DAMAGED);
    assertThat(rules(parsed(utf8(text.replace("\"bytes\":", "\"byte\":")))))
        .containsExactly(Rule.SEALED_DAMAGED);
    assertThat(rules(parsed(utf8(text.replace("\"bytes\":", "\"bytes\": ")))))
        .containsExactly(Rule.SEALED_DAMAGED);
    assertThat(rules(parsed(file(sealed().header().bytes(), "", sealed().readable()))))
        .containsExactly(Rule.SEALED_DAMAGED);
    assertThat(rules(parsed(file(sealed().header().bytes(), "AAAA", sealed().readable()))))
        .containsExactly(Rule.SEALED_DAMAGED);
  }

  @Test
  void isNeverBuiltByThisProgramSoThatItContradictsItself() {
    var table = utf8(Trial.TEXT);
    var padded = Padding.padded(table);
    var honest = sealed().header();
    assertThat(forged(honest, padded).isSound()).isTrue();
    assertThat(message(forged(honest, new byte[4096])))
        .isEqualTo("`x.sealed` contradicts itself: what it holds has no end");
    var swapped = utf8(Trial.TEXT.replace("s01,34", "s01,35"));
    assertThat(message(forged(honest, Padding.padded(swapped)))).contains("its readable part");
    var relabelled = utf8(Trial.TEXT.replace("s01,34,ketamine", "s01,34,placebo"));
    assertThat(message(forged(honest, Padding.padded(relabelled))))
        .contains("its commitments to single participants");
    var respaced = utf8(Trial.TEXT.replace("\n", "\r\n"));
    assertThat(message(forged(honest, Padding.padded(respaced))))
        .contains("its commitment to the table");
    assertThat(rules(forged(honest, Padding.padded(utf8("no table")))))
        .containsExactly(Rule.EMPTY_TABLE);
    assertThat(rules(forged(honest, Padding.padded(utf8("a,b\n1,2\n")))))
        .containsExactly(Rule.MISSING_COLUMN, Rule.MISSING_COLUMN);
  }

  /** What somebody with the key could put under an honest header. */
  private static Checked<OpenedTable> forged(SealedHeader header, byte[] padded) {
    var ciphertext = AesGcm.encrypted(key(1), header.nonceBytes(), header.bytes(), padded);
    return opened(file(header.bytes(), Base64Text.of(ciphertext), sealed().readable()));
  }

  @Test
  void opensOneParticipantAloneWithAProof() {
    var row = Trial.opened().disclose(" s02 ").orThrow();
    assertThat(row.row().values()).isEqualTo(Map.of("arm", "placebo"));
    assertThat(row.holds(sealed())).isTrue();
    var other = new SealedRow("s02", Map.of("arm", "ketamine"), row.row().salt());
    assertThat(new RowDisclosure(other, row.proof()).holds(sealed())).isFalse();
    var renamed = new SealedRow("s01", Map.of("arm", "placebo"), row.row().salt());
    assertThat(new RowDisclosure(renamed, row.proof()).holds(sealed())).isFalse();
    var elsewhere = new SealedRow("s02", Map.of("dose", "placebo"), row.row().salt());
    assertThat(new RowDisclosure(elsewhere, row.proof()).holds(sealed())).isFalse();
    assertThat(rules(Trial.opened().disclose("s99"))).containsExactly(Rule.PARTICIPANT_NOT_SEALED);
  }

  @Test
  void pads() {
    for (int length : new int[] {0, 1, 4095, 4096, 100_000, 1 << 20}) {
      var table = new byte[length];
      var padded = Padding.padded(table);
      assertThat(padded.length).isGreaterThan(length).isLessThan(length + length / 8 + 4097);
      assertThat(Padding.stripped(padded)).hasValueSatisfying(t -> assertThat(t).hasSize(length));
    }
    assertThat(Padding.stripped(new byte[] {1, 0})).isEmpty();
    assertThat(Padding.stripped(new byte[0])).isEmpty();
  }

  private static byte[] withHeader(String from, String to) {
    var header = new String(sealed().header().bytes(), StandardCharsets.UTF_8);
    assertThat(header).contains(from);
    return file(
        utf8(header.replace(from, to)), Base64Text.of(sealed().ciphertext()), sealed().readable());
  }

  private static Checked<SealedTable> parsed(byte[] bytes) {
    return SealedTableFile.parse(bytes, X);
  }

  private static Checked<OpenedTable> opened(byte[] bytes) {
    return parsed(bytes).then(table -> table.open(key(1), X));
  }

  private static java.util.List<Rule> refused(Checked<?> checked) {
    assertThat(checked.isSound()).isFalse();
    return rules(checked);
  }

  @Test
  void isNamedByTheDigestOfItsFile() {
    assertThat(sealed().sha256()).isEqualTo(Sha256.of(FILE));
  }
}
