package org.planlock.lock.time;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;

/**
 * A reply of a time-stamping authority: TimeStampResp (RFC 3161 §2.4.2), of which nothing is
 * verified.
 */
final class Reply {
  private static final int MOST_WORDS = 200;

  private final TimeStampResp response;

  private Reply(TimeStampResp response) {
    this.response = response;
  }

  /**
   * The reply in some bytes.
   *
   * <p>Lengths must be definite and as short as DER wants, and nothing may follow. The order within
   * sets is not looked at: many authorities write their certificates in the order of the chain.
   *
   * @throws IOException if it is none; the library also throws what it does not declare
   */
  static Reply parse(byte[] der) throws IOException {
    var primitive = ASN1Primitive.fromByteArray(der);
    if (primitive == null || !Arrays.equals(primitive.getEncoded(ASN1Encoding.DL), der)) {
      throw new IOException("not written as DER wants");
    }
    return new Reply(TimeStampResp.getInstance(primitive));
  }

  /** Whether the authority says that it gave a stamp: granted (0), or with changes (1). */
  boolean isGranted() {
    var status = response.getStatus().getStatus();
    return status.signum() == 0 || status.equals(BigInteger.ONE);
  }

  /** The token, if there is one. */
  Optional<ContentInfo> token() {
    return Optional.ofNullable(response.getTimeStampToken());
  }

  /** What the authority says when it refuses, in one line. */
  String refusal() {
    var status = response.getStatus();
    var reason = reason(status);
    var words = words(status.getStatusString());
    return "status " + status.getStatus() + reason + words.map(said -> ": " + said).orElse("");
  }

  private static Optional<String> words(PKIFreeText text) {
    if (text == null || text.size() == 0) {
      return Optional.empty();
    }
    var words = text.getStringAtUTF8(0).getString();
    return Optional.of(words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) + "…" : words);
  }

  /** The failure of RFC 3161 §2.4.2 by its bit, 0 being the first. */
  private static String reason(PKIStatusInfo status) {
    if (status.getFailInfo() == null) {
      return "";
    }
    int value = status.getFailInfo().intValue();
    for (var failure : Failure.values()) {
      if ((value & failure.value) != 0) {
        return ", " + failure.words;
      }
    }
    return "";
  }

  private enum Failure {
    BAD_ALGORITHM(0, "it does not know the digest"),
    BAD_REQUEST(2, "it does not allow such a query"),
    BAD_DATA_FORMAT(5, "it cannot read the query"),
    TIME_NOT_AVAILABLE(14, "its clock is not available"),
    UNACCEPTED_POLICY(15, "it does not stamp under the policy that was asked for"),
    UNACCEPTED_EXTENSION(16, "it does not know an extension of the query"),
    ADD_INFO_NOT_AVAILABLE(17, "it cannot add what was asked for"),
    SYSTEM_FAILURE(25, "it has a failure of its own");

    private final int value;
    private final String words;

    Failure(int bit, String words) {
      // the first bit of a bit string is the highest of its first byte
      this.value = 1 << (bit / Byte.SIZE * Byte.SIZE + Byte.SIZE - 1 - bit % Byte.SIZE);
      this.words = words;
    }
  }
}
