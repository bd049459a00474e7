package org.planlock.lock.time;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.tsp.TimeStampRequest;

/** A query (TimeStampReq, RFC 3161 §2.4.1) and whether a token answers it. */
final class RequestCheck {
  private final TimeStampRequest request;

  private RequestCheck(TimeStampRequest request) {
    this.request = request;
  }

  /**
   * The query in some bytes.
   *
   * @throws IOException if it is none; the library also throws what it does not declare
   */
  static RequestCheck parse(byte[] der) throws IOException {
    return new RequestCheck(read(der));
  }

  /** The query in some DER with nothing behind it. */
  static TimeStampRequest read(byte[] der) throws IOException {
    var request = TimeStampReq.getInstance(ASN1Primitive.fromByteArray(der));
    // the library passes over parts that it does not know, which shows when it writes what it read
    if (request == null || !Arrays.equals(request.getEncoded(ASN1Encoding.DER), der)) {
      throw new IOException("not DER, or not a query");
    }
    return new TimeStampRequest(request);
  }

  /** Why a token is not the answer, in words that finish "the time stamp …"; none if it is. */
  Optional<String> fault(Token token) {
    if (!request.getMessageImprintAlgOID().getId().equals(token.digestAlgorithm())
        || !Arrays.equals(request.getMessageImprintDigest(), token.digest())) {
      return Optional.of("is over another digest than its query asked for");
    }
    if (request.getNonce() != null && !Optional.of(request.getNonce()).equals(token.nonce())) {
      return Optional.of("answers another query: the random number in it differs");
    }
    if (request.getReqPolicy() != null && !request.getReqPolicy().getId().equals(token.policy())) {
      return Optional.of(
          "was made under policy " + token.policy() + ", asked for " + request.getReqPolicy());
    }
    return Optional.empty();
  }
}
