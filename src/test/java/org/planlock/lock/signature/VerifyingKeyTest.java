package org.planlock.lock.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Damage;

class VerifyingKeyTest {
  private static final String PREFIX = "302a300506032b6570032100";
  private static final byte[] MESSAGE = {1, 2, 3};

  // RFC 8032 §7.1, tests 1 to 3
  @ParameterizedTest
  @CsvSource({
    "0, d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '', e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "1, 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72, 92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "2, fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025, af82, 6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
  })
  void signsAsRfc8032Does(int number, String publicKey, String message, String signature) {
    var bytes = HexFormat.of().parseHex(message);
    try (var key = Keys.key(number)) {
      assertThat(key.publicKey().hex()).isEqualTo(publicKey);
      assertThat(HexFormat.of().formatHex(key.sign(bytes))).isEqualTo(signature);
      assertThat(key.publicKey().verifies(bytes, HexFormat.of().parseHex(signature))).isTrue();
    }
  }

  @Test
  void acceptsNoChangedSignatureAndNoChangedMessage() {
    var key = Keys.key(0);
    var signature = key.sign(MESSAGE);
    assertThat(key.publicKey().verifies(MESSAGE, signature)).isTrue();
    assertThat(Damage.everyBit(signature))
        .noneMatch(changed -> key.publicKey().verifies(MESSAGE, changed.bytes()));
    assertThat(Damage.everyBit(MESSAGE))
        .noneMatch(changed -> key.publicKey().verifies(changed.bytes(), signature));
    assertThat(Damage.everyTruncation(signature))
        .noneMatch(changed -> key.publicKey().verifies(MESSAGE, changed.bytes()));
    assertThat(key.publicKey().verifies(MESSAGE, Arrays.copyOf(signature, 65))).isFalse();
    assertThat(Keys.key(1).publicKey().verifies(MESSAGE, signature)).isFalse();
  }

  /** S and S + L give the same equation; only the smaller one is a signature (RFC 8032 §5.1.7). */
  @Test
  void refusesTheSecondFormOfASignature() {
    var key = Keys.key(0);
    var signature = key.sign(MESSAGE);
    var s = new BigInteger(1, reversed(Arrays.copyOfRange(signature, 32, 64)));
    var other = signature.clone();
    System.arraycopy(Edwards.littleEndian(s.add(Edwards.L)), 0, other, 32, 32);
    assertThat(other).isNotEqualTo(signature);
    assertThat(key.publicKey().verifies(MESSAGE, other)).isFalse();
  }

  @Test
  void knowsAllEightPointsOfSmallOrderInEverySpelling() {
    var small = pointsOfSmallOrder();
    assertThat(small).hasSize(8);
    for (var point : small) {
      assertThat(CurvePoint.fault(point.encoded()))
          .as("%s", point)
          .hasValueSatisfying(words -> assertThat(words).contains("small order"));
      var otherSign = point.encoded();
      otherSign[31] ^= (byte) 0x80;
      assertThat(CurvePoint.fault(otherSign)).isPresent();
    }
    for (int above = 0; above < 19; above++) {
      var notReduced = Edwards.P.add(BigInteger.valueOf(above));
      assertThat(CurvePoint.fault(Edwards.littleEndian(notReduced)))
          .contains("is not written in the one way that RFC 8032 allows");
      assertThat(CurvePoint.fault(Edwards.littleEndian(notReduced.setBit(255)))).isPresent();
    }
  }

  /** The trap itself: under the neutral point the JDK takes one signature for every message. */
  @Test
  void refusesAKeyThatAnybodyCanSignFor() {
    var neutral = HexFormat.of().parseHex(PREFIX + "01" + "00".repeat(31));
    var checked = VerifyingKey.of(neutral, Keys.PLACE);
    assertThat(checked.diagnostics()).extracting(d -> d.rule()).containsExactly(Rule.KEY_UNUSABLE);
    assertThat(checked.diagnostics().get(0).message()).contains("small order");
    assertThatThrownBy(() -> new VerifyingKey("01" + "00".repeat(31)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new VerifyingKey("no hex"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void knowsWhichBytesAreAPointOfTheCurve() {
    var random = new SplittableRandom(7);
    int points = 0;
    for (int i = 0; i < 200; i++) {
      var bytes = new byte[32];
      random.nextBytes(bytes);
      var y = new BigInteger(1, reversed(bytes)).clearBit(255);
      boolean isPoint = y.compareTo(Edwards.P) < 0 && Edwards.withY(y).isPresent();
      assertThat(CurvePoint.fault(bytes).isEmpty()).as("%s", y).isEqualTo(isPoint);
      points += isPoint ? 1 : 0;
    }
    assertThat(points).isBetween(60, 140);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "30",
        PREFIX,
        // X25519, Ed448's identifier, and a point one byte too long or short
        "302a300506032b656e032100d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "302a300506032b6571032100d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        PREFIX + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f70751",
        PREFIX + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a00"
      })
  void saysThatOtherKeysAreNone(String spki) {
    var checked = VerifyingKey.of(HexFormat.of().parseHex(spki), Keys.PLACE);
    assertThat(checked.diagnostics())
        .extracting(d -> d.message())
        .containsExactly("the public key is not an Ed25519 key");
  }

  @Test
  void isReadFromItsLineOnly() {
    var key = Keys.key(0).publicKey();
    var base64 = key.text().split(" ")[1];
    assertThat(VerifyingKey.of(VerifyingKey.KIND, base64, Keys.PLACE).orThrow()).isEqualTo(key);
    assertThat(VerifyingKey.of("ssh-ed25519", base64, Keys.PLACE).diagnostics().get(0).message())
        .isEqualTo("`ssh-ed25519` is not a kind of key known here");
    assertThat(
            VerifyingKey.of(VerifyingKey.KIND, base64 + "=", Keys.PLACE)
                .diagnostics()
                .get(0)
                .message())
        .isEqualTo("the public key is not base64");
  }

  @Test
  void isNotHandedOutOnceWiped() {
    var key = Keys.key(0);
    key.close();
    assertThatThrownBy(() -> key.sign(MESSAGE)).isInstanceOf(IllegalStateException.class);
  }

  /** L times any point has an order that divides 8. */
  private static Set<Edwards> pointsOfSmallOrder() {
    var found = new HashSet<Edwards>();
    for (int y = 2; found.size() < 8 && y < 200; y++) {
      Edwards.withY(BigInteger.valueOf(y))
          .ifPresent(
              point -> {
                var small = point.times(Edwards.L);
                for (int i = 1; i <= 8; i++) {
                  found.add(small.times(BigInteger.valueOf(i)));
                }
              });
    }
    return found;
  }

  private static byte[] reversed(byte[] bytes) {
    var reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
