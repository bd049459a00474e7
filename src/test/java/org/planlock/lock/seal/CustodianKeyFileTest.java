package org.planlock.lock.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.planlock.lock.seal.Trial.key;
import static org.planlock.lock.seal.Trial.message;
import static org.planlock.lock.seal.Trial.rules;
import static org.planlock.lock.seal.Trial.utf8;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Base64Text;
import org.planlock.lock.Damage;
import org.planlock.lock.Sha256;

class CustodianKeyFileTest {
  private static final byte[] FILE = CustodianKeyFile.bytes(key(7));

  @TempDir Path folder;

  @Test
  void isWrittenOnceAndForItsOwnerAlone() throws IOException {
    var file = folder.resolve("allocation.key");
    try (var fresh = CustodianKey.fresh()) {
      assertThat(CustodianKeyFile.create(file, fresh).orThrow()).isEqualTo(fresh.commitment());
      assertThat(CustodianKeyFile.read(file, "k").orThrow()).isEqualTo(fresh);
    }
    var before = Files.readAllBytes(file);
    assertThat(rules(CustodianKeyFile.create(file, key(2)))).containsExactly(Rule.FILE_EXISTS);
    assertThat(file).hasBinaryContent(before);
    assertThat(folder).isDirectoryNotContaining(f -> !f.equals(file));
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    var exposed = CustodianKeyFile.read(file, "k");
    assertThat(exposed.isSound()).isTrue();
    assertThat(rules(exposed)).containsExactly(Rule.SECRET_EXPOSED);
  }

  @Test
  void holdsWhatItsDocumentationSays() {
    assertThat(new String(FILE, StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"format\":\"planlock-custodian-key/1\",\"key\":\""
                + Base64Text.of(key(7).bytes())
                + "\",\"keyCommit\":\""
                + key(7).commitment().hex()
                + "\"}\n");
    // Python: hashlib.sha256(b"planlock-key-commitment/1\n" + b"\x07" * 32).hexdigest()
    assertThat(key(7).commitment())
        .isEqualTo(Sha256.of(Trial.joined(utf8("planlock-key-commitment/1\n"), key(7).bytes())));
  }

  @Test
  void acceptsNoFlippedBitAndNoTruncation() {
    assertThat(Damage.everyBit(FILE))
        .noneMatch(changed -> CustodianKeyFile.parse(changed.bytes(), "k").isSound());
    assertThat(Damage.everyTruncation(FILE))
        .noneMatch(cut -> CustodianKeyFile.parse(cut.bytes(), "k").isSound());
    assertThat(CustodianKeyFile.parse(FILE, "k").isSound()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "planlock-custodian-key/1 | planlock-key/1 | `k` is not a custodian's key",
        "\"format\" | \"x\" | `k` is not a custodian's key",
        "{\"format\" | planlock-key/1 {\"format\" | `k` is not a custodian's key",
        "key/1 | key/2 | `k` was made by a newer version, or is damaged",
        "\"key\":\"Bw | \"key\":\"Cw | `k` is damaged: it holds another key than was written",
        "\"key\":\"Bwc | \"key\":\" | `k` holds no key of 256 bits",
        "\"key\":\"Bwc | \"key\":\"* | `k` holds no key of 256 bits",
        "\"format\" | \"also\":1,\"format\" | `k` is not as this program writes it",
      })
  void saysWhatIsWrong(String from, String to, String message) {
    var text = new String(FILE, StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    var read = CustodianKeyFile.parse(utf8(text.replace(from, to)), "k");
    assertThat(rules(read)).containsExactly(Rule.CUSTODIAN_KEY_UNREADABLE);
    assertThat(message(read)).isEqualTo(message);
  }

  @Test
  void saysWhatIsNoKeyFileAtAll() throws IOException {
    assertThat(rules(CustodianKeyFile.read(folder.resolve("none"), "k")))
        .containsExactly(Rule.FILE_MISSING);
    assertThat(rules(CustodianKeyFile.read(folder, "k"))).containsExactly(Rule.NOT_A_REGULAR_FILE);
    var large = Files.write(folder.resolve("large"), new byte[5000]);
    assertThat(rules(CustodianKeyFile.read(large, "k"))).contains(Rule.TOO_LARGE);
    assertThat(rules(CustodianKeyFile.create(folder.resolve("none/key"), key(1))))
        .containsExactly(Rule.WRITE_FAILED);
  }

  @Test
  void isNeverToldByItsText() {
    assertThat(key(1).toString())
        .isEqualTo("the key of " + key(1).commitment())
        .doesNotContain("01010101", Base64Text.of(key(1).bytes()));
    assertThat(key(1)).isEqualTo(key(1)).hasSameHashCodeAs(key(1)).isNotEqualTo(key(2));
    assertThat(key(1)).isNotEqualTo((Object) "key");
    assertThat(new Opens.Everything(key(1)).toString()).doesNotContain("AQEB");
  }

  @Test
  void isGoneOnceClosed() {
    var key = key(1);
    key.close();
    assertThat(key.bytes()).containsOnly(0);
    assertThat(CustodianKey.of(new byte[31])).isEmpty();
  }
}
