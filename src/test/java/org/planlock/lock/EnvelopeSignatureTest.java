package org.planlock.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeSignatureTest {
  private static final EnvelopeSignature SIGNATURE =
      EnvelopeSignature.of(new byte[] {1, 2, 3}, new byte[] {(byte) 0xFB, (byte) 0xFF, 4});

  @Test
  void readsBackWhatItWrote() {
    var json = EnvelopeSignature.items(List.of(SIGNATURE, SIGNATURE));
    var read = JsonText.read(JsonWriter.bytes(json), "lock").orThrow();
    assertThat(EnvelopeSignature.list(read)).contains(List.of(SIGNATURE, SIGNATURE));
    assertThat(SIGNATURE.sigBytes()).containsExactly(0xFB, 0xFF, 4);
    assertThat(SIGNATURE.publicKeyBytes()).containsExactly(1, 2, 3);
    assertThat(SIGNATURE.keyid()).isEqualTo(Sha256.of(new byte[] {1, 2, 3}));
    assertThat(new String(JsonWriter.bytes(SIGNATURE.json()), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"keyid\":\"039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81\","
                + "\"publicKey\":\"AQID\",\"sig\":\"+/8E\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"sig\":\"+/8E\" | \"sig\":\"-_8E\"",
        "\"sig\":\"+/8E\" | \"sig\":\"+/8E\\n\"",
        "\"sig\":\"+/8E\" | \"sig\":\"+/8\"",
        "\"sig\":\"+/8E\" | \"sig\":\"+/9=\"",
        "\"sig\":\"+/8E\" | \"sig\":\"é/8E\"",
        "\"sig\":\"+/8E\" | \"sig\":4",
        "\"sig\":\"+/8E\" | \"sig\":\"+/8E\",\"time\":1",
        "\"sig\" | \"signature\"",
        "\"publicKey\" | \"key\"",
        "\"publicKey\":\"AQID\" | \"publicKey\":\"AQI\"",
        "\"keyid\":\"03 | \"keyid\":\"0",
        "\"keyid\":\"03 | \"keyid\":\"0A",
        "[{ | [[],{"
      })
  void refusesEveryOtherSpelling(String from, String to) {
    var text =
        new String(
            JsonWriter.bytes(EnvelopeSignature.items(List.of(SIGNATURE))), StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    var json =
        JsonText.read(text.replace(from, to).getBytes(StandardCharsets.UTF_8), "lock").orThrow();
    assertThat(EnvelopeSignature.list(json)).isEmpty();
  }

  @Test
  void refusesWhatIsTooMuch() {
    var crowd = Collections.nCopies(EnvelopeSignature.MOST, SIGNATURE);
    assertThat(EnvelopeSignature.list(EnvelopeSignature.items(crowd))).contains(crowd);
    assertThat(EnvelopeSignature.list(EnvelopeSignature.items(Collections.nCopies(101, SIGNATURE))))
        .isEmpty();
    assertThat(EnvelopeSignature.list(new Json.Text("[]"))).isEmpty();
    var endless = Base64Text.of(new byte[4096]);
    assertThatThrownBy(() -> new EnvelopeSignature(SIGNATURE.keyid(), endless, "AQID"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EnvelopeSignature(SIGNATURE.keyid(), "AQID", "*"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
