package org.planlock.lock.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The encoding that signatures are over, against numbers that others published: secure-systems-lab
 * dsse, protocol.md ("Test Vectors", version 1.0.2) and testvectors/vectors.json.
 */
class PreAuthenticationTest {
  @Test
  void isThePublishedOne() {
    assertThat(encoded("http://example.com/HelloWorld", "hello world"))
        .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    assertThat(encoded("", "")).isEqualTo("DSSEv1 0  0 ");
  }

  @Test
  void isWhatThePublishedSignatureOfTheProtocolIsOver() throws GeneralSecurityException {
    var curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    var point =
        new ECPoint(
            new BigInteger(
                "46950820868899156662930047687818585632848591499744589407958293238635476079160"),
            new BigInteger(
                "5640078356564379163099075877009565129882514886557779369047442380624545832820"));
    var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
    verifier.initVerify(
        KeyFactory.getInstance("EC")
            .generatePublic(
                new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class))));
    verifier.update(
        PreAuthentication.bytes(
            "http://example.com/HelloWorld", "hello world".getBytes(StandardCharsets.UTF_8)));
    assertThat(
            verifier.verify(
                Base64.getDecoder()
                    .decode(
                        "A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA==")))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/vnd.in-toto+json | 7b225f74797065223a2268747470733a2f2f696e2d746f746f2e696f2f53746174656d656e742f7631227d | 0 | 2WAfaHm5jluo0w+0rk8uVkluELJYWjSmU9x7EUzx+AyteDGJ4/nqyJXfmAUVFIAoQafWm7AxBZNw5M9ixNHiCA==",
        "application/vnd.in-toto+json | 7b225f74797065223a2268747470733a2f2f696e2d746f746f2e696f2f53746174656d656e742f7631227d | 1 | c1+67/aT0yqEpwx8PsVY3MLHsj9D0CZ014/Fv/QlG59P+9CobUZ7xECJ/V3USG0Ob9CiE5LjReEZUzNF2l7eBw==",
        "application/vnd.exämple+json | 7b225f74797065223a2268747470733a2f2f696e2d746f746f2e696f2f53746174656d656e742f7631227d | 0 | xmSk/ug66ysT7ayhkCIjhAq42zgZXSsEWuzUaNL7w2eGAdF/NU6/fRXPtmfN+5DNSAs5/i2lUnHjbbjPsu0tAw==",
        "application/vnd.in-toto+json | '' | 0 | gSggCAaTLTYyRH6FIDBem6meyIynsYy8RTHVzwx9tnTb7Bg/1jMWnuVgI/gffqmbsC2VX5/jHfkkDqsj7CDbDg==",
        "application/vnd.in-toto+json | fbffbf3e3f | 0 | P+/KHICeR7tI6S/YyejJTRtrXhcQyQ2LYPaL8h90KjC9qN8HU/svOQ6TuDOT1HIrsGW886DbWNWcCmX5twLrAw=="
      })
  void givesThePublishedEd25519Signatures(String type, String payload, int key, String sig) {
    var bytes = HexFormat.of().parseHex(payload);
    try (var signer = Keys.key(key)) {
      assertThat(signer.sign(type, bytes).sig()).isEqualTo(sig);
    }
  }

  @Test
  void keepsTypeAndPayloadApart() {
    assertThat(encoded("a 1 b", "c")).isNotEqualTo(encoded("a", "b 1 c"));
    assertThat(encoded("ä", "")).isEqualTo("DSSEv1 2 ä 0 ");
  }

  private static String encoded(String type, String payload) {
    return new String(
        PreAuthentication.bytes(type, payload.getBytes(StandardCharsets.UTF_8)),
        StandardCharsets.UTF_8);
  }
}
