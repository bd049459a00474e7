package org.planlock.lock.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The bytes that a signature of an envelope is over: the DSSE pre-authentication encoding, in which
 * payload and payload type cannot be taken for one another (DSSE protocol 1.0.2, "Signature
 * Definition").
 */
final class PreAuthentication {
  private PreAuthentication() {}

  /** {@code DSSEv1}, then type and payload, each after its length in bytes; single spaces. */
  static byte[] bytes(String payloadType, byte[] payload) {
    var type = payloadType.getBytes(StandardCharsets.UTF_8);
    var encoded = new ByteArrayOutputStream();
    encoded.writeBytes(ascii("DSSEv1 " + type.length + " "));
    encoded.writeBytes(type);
    encoded.writeBytes(ascii(" " + payload.length + " "));
    encoded.writeBytes(payload);
    return encoded.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
