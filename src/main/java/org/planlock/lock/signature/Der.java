package org.planlock.lock.signature;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.HexFormat;

/** Writes the few ASN.1 values that a key file needs, in DER (X.690 §8 and §10). */
final class Der {
  static final int INTEGER = 0x02;
  static final int OCTETS = 0x04;
  static final int NULL = 0x05;
  static final int OBJECT = 0x06;
  static final int SEQUENCE = 0x30;

  private static final int SHORT_LENGTH = 0x80;

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return element(SEQUENCE, parts);
  }

  static byte[] octets(byte[] content) {
    return element(OCTETS, content);
  }

  static byte[] integer(int value) {
    return element(INTEGER, BigInteger.valueOf(value).toByteArray());
  }

  /** An object identifier from the hexadecimal digits of its content. */
  static byte[] object(String content) {
    return element(OBJECT, HexFormat.of().parseHex(content));
  }

  static byte[] nothing() {
    return element(NULL);
  }

  private static byte[] element(int tag, byte[]... parts) {
    var content = new ByteArrayOutputStream();
    for (var part : parts) {
      content.writeBytes(part);
    }
    var element = new ByteArrayOutputStream();
    element.write(tag);
    length(element, content.size());
    element.writeBytes(content.toByteArray());
    return element.toByteArray();
  }

  private static void length(ByteArrayOutputStream element, int length) {
    if (length >= SHORT_LENGTH) {
      var bytes = BigInteger.valueOf(length).toByteArray();
      int start = bytes[0] == 0 ? 1 : 0;
      element.write(SHORT_LENGTH | (bytes.length - start));
      element.write(bytes, start, bytes.length - start);
    } else {
      element.write(length);
    }
  }
}
