package org.planlock.lock.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.planlock.lock.seal.Trial.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.lock.Sha256;

/**
 * A sealed file opened, checked and sealed again without this program, by Python's cryptography.
 */
class PythonTest {
  private static final String SCRIPT =
      """
      import base64, hashlib, hmac, json, sys
      from cryptography.hazmat.primitives.ciphers.aead import AESGCM

      sealed = open(sys.argv[1], "rb").read()
      key = base64.b64decode(json.load(open(sys.argv[2]))["key"])
      head, checks, text, readable = sealed.split(b"\\n", 3)
      header = json.loads(head)
      cipher = base64.b64decode(text)
      nonce = base64.b64decode(header["nonce"])
      padded = AESGCM(key).decrypt(nonce, cipher, head)
      table = padded.rstrip(b"\\0")
      assert table[-1] == 0x80
      table = table[:-1]
      assert AESGCM(key).encrypt(nonce, padded, head) == cipher
      sha = hashlib.sha256
      assert header["keyCommit"] == sha(b"planlock-key-commitment/1\\n" + key).hexdigest()
      assert header["readableSha256"] == sha(readable).hexdigest()

      def derived(purpose, text):
          return hmac.new(key, (purpose + "\\n" + text).encode(), "sha256")

      assert header["tableCommit"] == derived(
          "planlock-table-commitment/1", sha(table).hexdigest()).hexdigest()

      lines = table.decode().splitlines()[1:]
      leaves = []
      for i, line in enumerate(lines):
          name, age, arm = line.split(",")
          row = {"participant": name, "salt": derived("planlock-row-salt/1", str(i)).hexdigest(),
                 "values": {"arm": arm}}
          leaves.append(sha(b"\\0" + json.dumps(row, separators=(",", ":")).encode()).digest())

      def root(hashes):
          if len(hashes) == 1:
              return hashes[0]
          k = 1
          while k * 2 < len(hashes):
              k *= 2
          return sha(b"\\1" + root(hashes[:k]) + root(hashes[k:])).digest()

      assert header["rows"] == {"size": len(leaves), "root": root(leaves).hex()}
      print(sha(table).hexdigest())
      """;

  @TempDir Path folder;

  @Test
  void agreesOnEveryByteOfTheFormat() throws Exception {
    assumeTrue(python("-c", "from cryptography.hazmat.primitives.ciphers.aead import AESGCM").ok());
    SealedTableFile.create(folder.resolve("allocation.sealed"), Trial.sealed()).orThrow();
    CustodianKeyFile.create(folder.resolve("allocation.key"), key(1)).orThrow();
    Files.writeString(folder.resolve("open.py"), SCRIPT);
    var ended = python("open.py", "allocation.sealed", "allocation.key");
    assertThat(ended.ok()).as(ended.out()).isTrue();
    assertThat(ended.out().strip()).isEqualTo(Sha256.of(Trial.utf8(Trial.TEXT)).hex());
  }

  private record Ended(boolean ok, String out) {}

  private Ended python(String... arguments) throws Exception {
    var command = new java.util.ArrayList<>(List.of("python3"));
    command.addAll(List.of(arguments));
    var out = folder.resolve("out.txt");
    try {
      var process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      process.getOutputStream().close();
      var ended = process.waitFor(60, TimeUnit.SECONDS);
      return new Ended(
          ended && process.exitValue() == 0, Files.readString(out, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return new Ended(false, "no python3");
    }
  }
}
