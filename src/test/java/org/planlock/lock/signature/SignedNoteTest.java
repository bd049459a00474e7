package org.planlock.lock.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Damage;

/** Signed notes, against those that Go's own tests and services publish. */
class SignedNoteTest {
  // golang.org/x/mod/sumdb/note, note_test.go: TestSign and TestOpen
  private static final String PETER =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  // skey of the same tests: its base64 without the type byte, in hexadecimal (Python: base64, hex)
  private static final String PETERS_SEED =
      "810a1402d5146c8d84f2443330f54080ebf98ee17d9c74f6252fc5d5c7283173";
  private static final String ENOCH =
      "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
  private static final String TEXT =
      "If you think cryptography is the answer to your problem,\n"
          + "then you don't know what your problem is.\n";
  private static final String PETER_SIGNED =
      "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotp"
          + "RZb6KE6RyyBwJnAM=\n";
  private static final String ENOCH_SIGNED =
      "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox"
          + "33WWd1RvMc+QQ=\n";

  @Test
  void acceptsTheNoteThatGoPublishes() {
    var note = note(TEXT + "\n" + PETER_SIGNED + ENOCH_SIGNED);
    assertThat(note.text()).isEqualTo(TEXT);
    assertThat(note.signers(List.of(key(PETER), key(ENOCH)), Keys.PLACE).orThrow())
        .extracting(NoteKey::name)
        .containsExactly("PeterNeumann", "EnochRoot");
    assertThat(note.signers(List.of(key(ENOCH)), Keys.PLACE).orThrow()).containsExactly(key(ENOCH));
    assertThat(new String(note.bytes(), StandardCharsets.UTF_8))
        .isEqualTo(TEXT + "\n" + PETER_SIGNED + ENOCH_SIGNED);
  }

  @Test
  void signsAsGoDoes() {
    try (var key = Keys.ofSeed(PETERS_SEED)) {
      var signed = new SignedNote(TEXT, List.of()).signedBy(key, "PeterNeumann");
      assertThat(new String(signed.bytes(), StandardCharsets.UTF_8))
          .isEqualTo(TEXT + "\n" + PETER_SIGNED);
      assertThat(new NoteKey("PeterNeumann", key.publicKey()).text()).isEqualTo(PETER);
    }
  }

  @Test
  void refusesTheNoteIfAnAcceptedKeyDidNotSignIt() {
    var other = TEXT.replace("problem is", "problem was");
    assertThat(rules(note(other + "\n" + PETER_SIGNED).signers(List.of(key(PETER)), Keys.PLACE)))
        .containsExactly(Rule.CHECKPOINT_WRONG);
    var spoilt = PETER_SIGNED.substring(0, 60) + "ABCD" + PETER_SIGNED.substring(60);
    for (var lines : List.of(spoilt, PETER_SIGNED + spoilt, ENOCH_SIGNED + spoilt)) {
      assertThat(
              rules(note(TEXT + "\n" + lines).signers(List.of(key(ENOCH), key(PETER)), Keys.PLACE)))
          .containsExactly(Rule.CHECKPOINT_WRONG);
    }
  }

  @Test
  void ignoresSignaturesOfOtherKeys() {
    var note = note(TEXT + "\n" + PETER_SIGNED);
    assertThat(rules(note.signers(List.of(), Keys.PLACE)))
        .containsExactly(Rule.CHECKPOINT_UNKNOWN_KEY);
    assertThat(rules(note.signers(List.of(key(ENOCH)), Keys.PLACE)))
        .containsExactly(Rule.CHECKPOINT_UNKNOWN_KEY);
    var namesake = new NoteKey("PeterNeumann", key(ENOCH).key());
    assertThat(rules(note.signers(List.of(namesake), Keys.PLACE)))
        .containsExactly(Rule.CHECKPOINT_UNKNOWN_KEY);
  }

  @Test
  void refusesEveryFlippedBit() {
    var bytes = (TEXT + "\n" + PETER_SIGNED).getBytes(StandardCharsets.UTF_8);
    Damage.everyBit(bytes)
        .forEach(
            damaged ->
                assertThat(
                        SignedNote.parse(damaged.bytes())
                            .filter(n -> n.signers(List.of(key(PETER)), Keys.PLACE).isSound()))
                    .as(damaged.what())
                    .isEmpty());
  }

  // note_test.go: badMsgs, and what its Sign refuses
  @Test
  void refusesWhatIsNoNote() {
    for (var text :
        List.of(
            "",
            "\n",
            "\n\n",
            TEXT,
            TEXT + "\n",
            TEXT + "\n" + PETER_SIGNED.substring(0, PETER_SIGNED.length() - 1),
            "\u0001" + TEXT + "\n" + PETER_SIGNED,
            TEXT + "\r\n\r\n" + PETER_SIGNED,
            TEXT + "\n" + PETER_SIGNED.replace("PeterNeumann", "Bad Name"),
            TEXT + "\n" + PETER_SIGNED.replace("PeterNeumann", "Bad+Name"),
            TEXT + "\n" + PETER_SIGNED.replace("PeterNeumann", "Bad\u00a0Name"),
            TEXT + "\n" + PETER_SIGNED.replace("— ", "- "),
            TEXT + "\n— PeterNeumann x08gow==\n",
            TEXT + "\n— PeterNeumann !\n",
            TEXT + "\n—  x08go/ZJkuBS9UG/\n",
            TEXT + "\n" + PETER_SIGNED + "Unexpected line.\n",
            TEXT + "\n" + PETER_SIGNED.repeat(101))) {
      assertThat(SignedNote.parse(text.getBytes(StandardCharsets.UTF_8))).as(text).isEmpty();
    }
    assertThat(SignedNote.parse(new byte[] {(byte) 0xff, '\n', '\n'})).isEmpty();
    assertThat(note(TEXT + "\n" + PETER_SIGNED.repeat(100)).signatures()).hasSize(100);
  }

  // note_test.go: TestNewVerifier
  @Test
  void acceptsNoMangledKey() {
    for (int i = 0; i <= PETER.length(); i++) {
      for (int j = i + 1; j <= PETER.length(); j++) {
        if (i != 0 || j != PETER.length()) {
          assertThat(NoteKey.parse(PETER.substring(i, j), Keys.PLACE).isSound()).isFalse();
        }
      }
    }
    for (int i = 0; i < PETER.length(); i++) {
      var changed = PETER.substring(0, i) + (char) (PETER.charAt(i) + 1) + PETER.substring(i + 1);
      assertThat(NoteKey.parse(changed, Keys.PLACE).isSound()).as(changed).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "a+b",
        ""
      })
  void acceptsNoOtherKindOfKey(String text) {
    assertThat(rules(NoteKey.parse(text, Keys.PLACE))).containsExactly(Rule.KEY_UNREADABLE);
  }

  @Test
  void acceptsNoKeyThatProvesNothing() {
    var neutral = "01" + "01" + "00".repeat(31);
    var base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(neutral));
    assertThat(rules(NoteKey.parse("weak+00000000+" + base64, Keys.PLACE)))
        .containsExactly(Rule.KEY_UNUSABLE);
  }

  @Test
  void cannotBeMadeOfOtherTexts() {
    assertThatThrownBy(() -> new SignedNote("abc", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SignedNote("a\tb\n", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new NoteSignature("a b", "AAAAAAAA"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new NoteSignature("ab", "AAAAAA=="))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new NoteKey("a".repeat(1001), key(PETER).key()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static SignedNote note(String text) {
    return SignedNote.parse(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  private static NoteKey key(String text) {
    return NoteKey.parse(text, Keys.PLACE).orThrow();
  }

  private static List<Rule> rules(Checked<?> checked) {
    return checked.diagnostics().stream().map(Diagnostic::rule).toList();
  }
}
