package org.planlock.lock.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Damage;

class KeyFileTest {
  private static final String PASSPHRASE = "größe staple 電池";

  /** Few, so that thousands of damaged files are tried in a second. */
  private static final int ITERATIONS = 3;

  @TempDir Path folder;

  @Test
  void keepsAKeyUnderAPassphrase() {
    var file = folder.resolve("ana.key");
    var typed = PASSPHRASE.toCharArray();
    var key = KeyFile.create(file, typed).orThrow();
    assertThat(typed).containsOnly('\0');
    assertThat(file)
        .content(StandardCharsets.US_ASCII)
        .startsWith("planlock-key/1 " + key.text() + "\n-----BEGIN ENCRYPTED PRIVATE KEY-----\n");
    var asked = new ArrayList<char[]>();
    var read =
        KeyFile.read(
            file,
            "ana.key",
            () -> {
              asked.add(PASSPHRASE.toCharArray());
              return asked.get(0);
            });
    try (var again = read.orThrow()) {
      assertThat(again.publicKey()).isEqualTo(key);
      var signature = again.sign("type", new byte[] {1});
      assertThat(
              key.verifies(PreAuthentication.bytes("type", new byte[] {1}), signature.sigBytes()))
          .isTrue();
    }
    assertThat(asked).hasSize(1);
    assertThat(asked.get(0)).containsOnly('\0');
  }

  @Test
  void keepsAKeyWithoutOneOnlyWhenAskedInSoManyWords() throws IOException {
    var file = folder.resolve("ci.key");
    var key = KeyFile.createWithoutPassphrase(file).orThrow();
    assertThat(read(Files.readAllBytes(file), KeyFileTest::notAsked).orThrow().publicKey())
        .isEqualTo(key);
    assertThat(Files.readString(file)).contains("\n-----BEGIN PRIVATE KEY-----\n");
    var other = KeyFile.createWithoutPassphrase(folder.resolve("other.key")).orThrow();
    assertThat(other).isNotEqualTo(key);
  }

  @Test
  void isForItsOwnerAloneAndNeverWrittenOver() throws IOException {
    var file = folder.resolve("ana.key");
    KeyFile.createWithoutPassphrase(file).orThrow();
    var before = Files.readAllBytes(file);
    assertThat(KeyFile.createWithoutPassphrase(file).diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.FILE_EXISTS);
    assertThat(create(file).diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.FILE_EXISTS);
    assertThat(file).hasBinaryContent(before);
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(KeyFile.read(file, "ana.key", KeyFileTest::notAsked).diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.SECRET_EXPOSED);
  }

  @Test
  void refusesAPassphraseThatCanBeGuessed() {
    var typed = "1234567".toCharArray();
    var refused = KeyFile.create(folder.resolve("ana.key"), typed);
    assertThat(refused.diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.PASSPHRASE_UNFIT);
    assertThat(typed).containsOnly('\0');
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void doesNotOpenWithAnotherPassphraseOrNone() throws IOException {
    var bytes = encrypted();
    for (var wrong : List.of("grosse staple 電池", PASSPHRASE + " ", "x")) {
      assertThat(messages(read(bytes, wrong::toCharArray)))
          .containsExactly("`ana.key` does not open with this passphrase");
    }
    assertThat(messages(read(bytes, () -> new char[0])))
        .containsExactly("`ana.key` needs its passphrase");
  }

  /** One wrong passphrase in 256 leaves padding that looks right. */
  @Test
  void doesNotTakeLuckyPaddingForAKey() throws IOException {
    var bytes = encrypted();
    for (int i = 0; i < 600; i++) {
      var wrong = "wrong passphrase " + i;
      assertThat(read(bytes, wrong::toCharArray).diagnostics())
          .extracting(Diagnostic::rule)
          .containsExactly(Rule.PASSPHRASE_UNFIT);
    }
  }

  @Test
  void acceptsNoFlippedBitAndNoTruncation() throws IOException {
    KeyFile.createWithoutPassphrase(folder.resolve("ci.key")).orThrow();
    for (var bytes : List.of(Files.readAllBytes(folder.resolve("ci.key")), encrypted())) {
      assertThat(read(bytes, PASSPHRASE::toCharArray).isSound()).isTrue();
      assertThat(Damage.everyBit(bytes))
          .noneMatch(changed -> read(changed.bytes(), PASSPHRASE::toCharArray).isSound());
      assertThat(Damage.everyTruncation(bytes))
          .noneMatch(changed -> read(changed.bytes(), PASSPHRASE::toCharArray).isSound());
    }
  }

  /** Within the encrypted bytes alone, damage can make another key that is just as good. */
  @Test
  void saysWhenItHoldsAnotherKeyThanItNames() throws IOException {
    var bytes = encrypted();
    var text = new String(bytes, StandardCharsets.US_ASCII);
    var named = text.replaceFirst("plan-ed25519 [^\n]*", Keys.key(1).publicKey().text());
    assertThat(messages(read(named.getBytes(StandardCharsets.US_ASCII), PASSPHRASE::toCharArray)))
        .containsExactly("`ana.key` holds another key than its first line names");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "planlock-key/1 | planlock-key/2 | LOCK_TOO_NEW",
        "planlock-key/1 | planlock-KEY/1 | KEY_UNREADABLE",
        "'planlock-key/1 ' | '' | KEY_UNREADABLE",
        "BEGIN ENC | BEGIN RSA ENC | KEY_UNREADABLE",
        "ENCRYPTED PRIVATE | OPENSSH PRIVATE | KEY_UNUSABLE",
        "'ENCRYPTED PRIVATE' | 'PRIVATE' | KEY_UNUSABLE",
        "MIG | *IG | KEY_UNREADABLE",
        "MIG | MIH | KEY_UNREADABLE"
      })
  void namesEachDamage(String from, String to, Rule rule) throws IOException {
    var text = new String(encrypted(), StandardCharsets.US_ASCII);
    assertThat(text).contains(from);
    assertThat(
            read(
                    text.replace(from, to).getBytes(StandardCharsets.US_ASCII),
                    PASSPHRASE::toCharArray)
                .diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // iterations 0, 10 000 001 and 2^31 - 1; a key of 128 bits; HMAC-SHA-1; AES-128; empty salt
        "020103 -> 020100",
        "020103 -> 020398967f -> 020398968100",
        "020103 -> 02047fffffff",
        "020103 -> 020103020110",
        "2a864886f70d0209 -> 2a864886f70d0207",
        "60864801650304012a -> 608648016503040102",
        "2a864886f70d01050c -> 2a864886f70d01050d",
        "0410 -> 0400",
      })
  void refusesParametersThatNoKeyHas(String edit) {
    var steps = edit.split(" -> ", -1);
    try (var key = Keys.key(0)) {
      var der =
          EncryptedPrivateKey.of(
                  key.pkcs8(), PASSPHRASE.toCharArray(), ITERATIONS, new SecureRandom())
              .der();
      var hex = HexFormat.of().formatHex(der);
      assertThat(hex).contains(steps[0]);
      var changed = resized(hex, steps[0], steps[steps.length - 1]);
      assertThat(EncryptedPrivateKey.parse(HexFormat.of().parseHex(changed))).isEmpty();
    }
  }

  @Test
  void readsParametersThatOthersWriteInFull() {
    try (var key = Keys.key(0)) {
      var der =
          EncryptedPrivateKey.of(
                  key.pkcs8(), PASSPHRASE.toCharArray(), ITERATIONS, new SecureRandom())
              .der();
      var withLength = resized(HexFormat.of().formatHex(der), "020103", "020103020120");
      var read = EncryptedPrivateKey.parse(HexFormat.of().parseHex(withLength)).orElseThrow();
      assertThat(read.decrypted(PASSPHRASE.toCharArray())).contains(key.pkcs8());
      assertThat(read.iterations()).isEqualTo(ITERATIONS);
    }
  }

  @Test
  void readsFilesOfOtherProgramsAndNothingElse() throws IOException {
    UnaryOperator<String> headless = text -> text.substring(text.indexOf('\n') + 1);
    var pem = headless.apply(new String(encrypted(), StandardCharsets.US_ASCII));
    assertThat(parse(pem).isSound()).isTrue();
    assertThat(parse(pem.replace("\n", "\r\n")).isSound()).isTrue();
    assertThat(parse(pem.strip()).isSound()).isTrue();
    assertThat(parse("# my key\n" + pem).isSound()).isFalse();
    assertThat(parse(pem + "\n").isSound()).isFalse();
    assertThat(parse(pem + pem).isSound()).isFalse();
    assertThat(parse("").isSound()).isFalse();
    assertThat(
            parse("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n").diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.KEY_UNREADABLE);
    assertThat(parse("-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----\n").isSound())
        .isFalse();
    assertThat(
            parse("-----BEGIN ENCRYPTED PRIVATE KEY-----\nA\n-----END ENCRYPTED PRIVATE KEY-----\n")
                .isSound())
        .isFalse();
    assertThat(messages(parse("-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n")))
        .containsExactly("`ana.key` is not an Ed25519 key");
  }

  @Test
  void saysThatAnEncryptedKeyOfAnotherKindIsNone() {
    var other = new byte[] {0x30, 0x03, 0x02, 0x01, 0x00};
    var der =
        EncryptedPrivateKey.of(other, PASSPHRASE.toCharArray(), ITERATIONS, new SecureRandom())
            .der();
    assertThat(messages(parse(Pem.of(KeyFile.ENCRYPTED, der).text())))
        .containsExactly("`ana.key` is not an Ed25519 key");
  }

  @Test
  void readsNoFileThatIsTooLargeForAKey() throws IOException {
    Files.write(folder.resolve("big"), new byte[KeyFile.MOST_BYTES + 1]);
    assertThat(KeyFile.read(folder.resolve("big"), "big", KeyFileTest::notAsked).diagnostics())
        .extracting(Diagnostic::rule)
        .contains(Rule.TOO_LARGE);
  }

  private Checked<VerifyingKey> create(Path file) {
    return KeyFile.create(file, PASSPHRASE.toCharArray(), ITERATIONS, new SecureRandom());
  }

  private byte[] encrypted() throws IOException {
    var file = folder.resolve("encrypted.key");
    if (!Files.exists(file)) {
      create(file).orThrow();
    }
    return Files.readAllBytes(file);
  }

  /** The same DER with a part replaced, and the lengths of the sequences around it mended. */
  private static String resized(String hex, String from, String to) {
    int at = hex.indexOf(from);
    var parts = hex.substring(0, at) + to + hex.substring(at + from.length());
    int more = (to.length() - from.length()) / 2;
    // sequences: file 30 81 xx, algorithm 30 xx, parameters 30 xx, derivation 30 xx, work 30 xx
    var bytes = HexFormat.of().parseHex(parts);
    for (int place : new int[] {2, 4, 17, 19, 32}) {
      bytes[place] += (byte) more;
    }
    return HexFormat.of().formatHex(bytes);
  }

  private static Checked<SigningKey> parse(String text) {
    return read(text.getBytes(StandardCharsets.US_ASCII), PASSPHRASE::toCharArray);
  }

  private static Checked<SigningKey> read(byte[] bytes, java.util.function.Supplier<char[]> typed) {
    return new KeyFileReader("ana.key", typed).parse(bytes);
  }

  private static List<String> messages(Checked<?> checked) {
    return checked.diagnostics().stream().map(Diagnostic::message).toList();
  }

  private static char[] notAsked() {
    throw new AssertionError("nobody should be asked");
  }
}
