package org.planlock.lock.signature;

import static org.planlock.fuzz.Fuzzed.require;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.fuzz.Fuzzed;
import org.planlock.fuzz.Seeds;

/** Any bytes as a list of signers and as a public key. */
class KeysFuzzTest {
  static Stream<Arguments> seeds() {
    var pem = PublicKeyFile.pem(Keys.key(0).publicKey()).getBytes(StandardCharsets.US_ASCII);
    return Stream.concat(
        Seeds.ending("signers", "conformance"), Stream.of(Seeds.seed("a key in PEM", pem)));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void areReadOrRefused(byte[] bytes) {
    Fuzzed.quickly(() -> tryOut(bytes));
  }

  private static void tryOut(byte[] bytes) {
    var signers = Fuzzed.reported(AllowedSigners.parse(bytes, "signers"));
    if (signers.isSound()) {
      for (var signer : signers.orThrow().signers()) {
        require(signers.orThrow().of(signer.key()).isPresent(), "loses a signer");
      }
    }
    var key = Fuzzed.reported(PublicKeyFile.parse(bytes, "ana.pub"));
    if (key.isSound()) {
      var pem = PublicKeyFile.pem(key.orThrow()).getBytes(StandardCharsets.US_ASCII);
      var back = PublicKeyFile.parse(pem, "ana.pub");
      require(back.value().equals(key.value()), "writes another key than it read");
    }
  }
}
