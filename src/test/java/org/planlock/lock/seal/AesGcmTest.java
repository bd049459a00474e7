package org.planlock.lock.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AesGcmTest {
  private static final HexFormat HEX = HexFormat.of();

  /** McGrew and Viega, The Galois/Counter Mode of Operation (2005), appendix B, test case 16. */
  @Test
  void agreesWithItsInventors() {
    var key =
        CustodianKey.of(
                HEX.parseHex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"))
            .orElseThrow();
    var nonce = HEX.parseHex("cafebabefacedbaddecaf888");
    var aad = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    var plain =
        HEX.parseHex(
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
    var ciphertext =
        HEX.parseHex(
            "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                + "76fc6ece0f4e1768cddf8853bb2d551b");
    assertThat(AesGcm.encrypted(key, nonce, aad, plain)).isEqualTo(ciphertext);
    assertThat(AesGcm.decrypted(key, nonce, aad, ciphertext))
        .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(plain));
    aad[0] ^= 1;
    assertThat(AesGcm.decrypted(key, nonce, aad, ciphertext)).isEmpty();
  }
}
