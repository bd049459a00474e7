package org.planlock.lock.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.lock.Damage;
import org.planlock.lock.EnvelopeSignature;

/** Keys and signatures in both directions between this program and OpenSSL 3, where it is here. */
class OpenSslTest {
  private static final String TYPE = "application/vnd.in-toto+json";
  private static final byte[] PAYLOAD = "{\"_type\":1}".getBytes(StandardCharsets.UTF_8);
  private static final String PASSPHRASE = "größe staple 電池";

  @TempDir Path folder;

  @BeforeAll
  static void opensslIsHere() throws Exception {
    assumeTrue(isHere(), "no openssl 3");
  }

  @Test
  void opensslReadsOurKeys() throws Exception {
    var encrypted = KeyFile.create(folder.resolve("ana.key"), PASSPHRASE.toCharArray()).orThrow();
    assertThat(
            openssl("pkey", "-in", "ana.key", "-passin", "file:" + passphrase(), "-pubout").out())
        .isEqualTo(PublicKeyFile.pem(encrypted));
    var plain = KeyFile.createWithoutPassphrase(folder.resolve("ci.key")).orThrow();
    assertThat(openssl("pkey", "-in", "ci.key", "-pubout").out())
        .isEqualTo(PublicKeyFile.pem(plain));
    assertThat(openssl("pkey", "-in", "ana.key", "-passin", "pass:wrong", "-pubout").code())
        .isNotZero();
    var structure = openssl("asn1parse", "-strictpem", "-in", "ana.key").out();
    assertThat(structure).contains("PBES2", "PBKDF2", "hmacWithSHA256", "aes-256-cbc", "0927C0");
  }

  @Test
  void weReadKeysOfOpenssl() throws Exception {
    openssl("genpkey", "-algorithm", "ed25519", "-out", "plain.key");
    openssl(
        "pkcs8",
        "-topk8",
        "-in",
        "plain.key",
        "-out",
        "locked.key",
        "-passout",
        "file:" + passphrase());
    openssl(
        "genpkey",
        "-algorithm",
        "ed25519",
        "-aes-256-cbc",
        "-pass",
        "file:" + passphrase(),
        "-out",
        "made.key");
    for (var file : List.of("plain.key", "locked.key", "made.key")) {
      try (var key = read(file)) {
        var pem = openssl("pkey", "-in", file, "-passin", "file:" + passphrase(), "-pubout").out();
        assertThat(PublicKeyFile.pem(key.publicKey())).isEqualTo(pem);
        assertThat(PublicKeyFile.parse(pem.getBytes(StandardCharsets.US_ASCII), file).orThrow())
            .isEqualTo(key.publicKey());
      }
    }
  }

  @Test
  void weSayWhichKeysOfOpensslAreOfNoUse() throws Exception {
    openssl("genpkey", "-algorithm", "ed448", "-out", "ed448.key");
    openssl("genpkey", "-algorithm", "x25519", "-out", "x25519.key");
    openssl("genpkey", "-algorithm", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", "ec.key");
    openssl(
        "pkcs8",
        "-topk8",
        "-in",
        "ec.key",
        "-out",
        "ec-locked.key",
        "-passout",
        "file:" + passphrase());
    for (var file : List.of("ed448.key", "x25519.key", "ec.key", "ec-locked.key")) {
      var read = KeyFile.read(folder.resolve(file), file, PASSPHRASE::toCharArray);
      assertThat(read.diagnostics())
          .extracting(d -> d.message())
          .contains("`" + file + "` is not an Ed25519 key");
    }
    openssl(
        "genpkey",
        "-algorithm",
        "ed25519",
        "-aes-128-cbc",
        "-pass",
        "file:" + passphrase(),
        "-out",
        "aes128.key");
    assertThat(
            KeyFile.read(folder.resolve("aes128.key"), "aes128.key", PASSPHRASE::toCharArray)
                .diagnostics())
        .extracting(d -> d.message())
        .contains("`aes128.key` is damaged, or encrypted in an unknown way");
    openssl(
        "pkcs8",
        "-topk8",
        "-in",
        "aes128.key",
        "-passin",
        "file:" + passphrase(),
        "-v2",
        "aes-256-cbc",
        "-v2prf",
        "hmacWithSHA256",
        "-passout",
        "file:" + passphrase(),
        "-out",
        "helped.key");
    assertThat(
            KeyFile.read(folder.resolve("helped.key"), "helped.key", PASSPHRASE::toCharArray)
                .isSound())
        .isTrue();
  }

  @Test
  void opensslAgreesWithOurSignatures() throws Exception {
    var file = folder.resolve("ana.key");
    KeyFile.createWithoutPassphrase(file).orThrow();
    try (var key = read("ana.key")) {
      var signature = key.sign(TYPE, PAYLOAD);
      Files.writeString(folder.resolve("ana.pem"), PublicKeyFile.pem(key.publicKey()));
      assertThat(
              verify("ana.pem", PreAuthentication.bytes(TYPE, PAYLOAD), signature.sigBytes()).out())
          .contains("Signature Verified Successfully");
      assertThat(verify("ana.pem", PAYLOAD, signature.sigBytes()).code()).isNotZero();
      var flipped = Damage.flipped(signature.sigBytes(), 77);
      assertThat(verify("ana.pem", PreAuthentication.bytes(TYPE, PAYLOAD), flipped).code())
          .isNotZero();
    }
  }

  @Test
  void weAgreeWithSignaturesOfOpenssl() throws Exception {
    openssl("genpkey", "-algorithm", "ed25519", "-out", "ben.key");
    Files.write(folder.resolve("message"), PreAuthentication.bytes(TYPE, PAYLOAD));
    openssl("pkeyutl", "-sign", "-inkey", "ben.key", "-rawin", "-in", "message", "-out", "sig");
    var sig = Files.readAllBytes(folder.resolve("sig"));
    try (var key = read("ben.key")) {
      assertThat(key.sign(TYPE, PAYLOAD))
          .isEqualTo(EnvelopeSignature.of(key.publicKey().spki(), sig));
      assertThat(key.publicKey().verifies(PreAuthentication.bytes(TYPE, PAYLOAD), sig)).isTrue();
    }
  }

  private SigningKey read(String file) {
    return KeyFile.read(folder.resolve(file), file, PASSPHRASE::toCharArray).orThrow();
  }

  private Ended verify(String key, byte[] message, byte[] signature) throws Exception {
    Files.write(folder.resolve("message"), message);
    Files.write(folder.resolve("sig"), signature);
    return openssl(
        "pkeyutl",
        "-verify",
        "-pubin",
        "-inkey",
        key,
        "-rawin",
        "-in",
        "message",
        "-sigfile",
        "sig");
  }

  private String passphrase() throws IOException {
    // openssl takes the first line for the key that it reads, the second for the one it writes
    Files.writeString(folder.resolve("passphrase"), PASSPHRASE + "\n" + PASSPHRASE + "\n");
    return "passphrase";
  }

  private record Ended(int code, String out) {}

  private Ended openssl(String... arguments) throws Exception {
    return openssl(folder, arguments);
  }

  private static Ended openssl(Path folder, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    var out = folder.resolve("out.txt");
    var process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), Files.readString(out));
  }

  private static boolean isHere() throws Exception {
    var folder = Files.createTempDirectory("openssl");
    try {
      return openssl(folder, "version").out().startsWith("OpenSSL 3");
    } catch (IOException e) {
      return false;
    } finally {
      Files.deleteIfExists(folder.resolve("out.txt"));
      Files.delete(folder);
    }
  }
}
