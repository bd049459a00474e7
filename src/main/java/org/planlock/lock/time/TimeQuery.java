package org.planlock.lock.time;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.planlock.lock.Sha256;

/** Makes queries for a time stamp: TimeStampReq (RFC 3161 §2.4.1). */
final class TimeQuery {
  private static final int NONCE_BITS = 64;

  private TimeQuery() {}

  /**
   * A query over a digest in DER, with a random number that the reply must repeat; it asks for the
   * authority's certificate and leaves the policy to it.
   */
  static byte[] of(Sha256 content, SecureRandom random) {
    var generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    var nonce = new BigInteger(NONCE_BITS, random);
    try {
      return generator
          .generate(NISTObjectIdentifiers.id_sha256, content.bytes(), nonce)
          .toASN1Structure()
          .getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new IllegalStateException("nothing is written but memory", e);
    }
  }
}
