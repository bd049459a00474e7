package org.planlock.lock.signature;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;

/** Reads ASN.1 values in DER one after the other, and nothing that DER writes otherwise. */
final class DerReader {
  private static final int SHORT_LENGTH = 0x80;
  private static final int MOST_LENGTH_BYTES = 2;

  private final byte[] bytes;
  private int at;

  DerReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The bytes are not what was asked for. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }

  /** A reader of what stands in the next value, a sequence. */
  DerReader sequence() throws Malformed {
    return new DerReader(content(Der.SEQUENCE));
  }

  byte[] octets() throws Malformed {
    return content(Der.OCTETS);
  }

  /** A whole number from 0 to 2^31 - 1. */
  int number() throws Malformed {
    var content = content(Der.INTEGER);
    if (content.length == 0 || content.length > Integer.BYTES || content[0] < 0) {
      throw new Malformed("no such number");
    }
    if (content.length > 1 && content[0] == 0 && content[1] >= 0) {
      throw new Malformed("a number in more bytes than it needs");
    }
    return new BigInteger(content).intValueExact();
  }

  /** Passes over an object identifier, which must be this one. */
  void object(String content) throws Malformed {
    if (!HexFormat.of().formatHex(content(Der.OBJECT)).equals(content)) {
      throw new Malformed("another object");
    }
  }

  /** Passes over a NULL, if one is next. */
  void nothing() throws Malformed {
    if (isNext(Der.NULL) && content(Der.NULL).length > 0) {
      throw new Malformed("a NULL with content");
    }
  }

  boolean isNext(int tag) {
    return at < bytes.length && (bytes[at] & 0xFF) == tag;
  }

  /** Makes sure that nothing follows. */
  void end() throws Malformed {
    if (at < bytes.length) {
      throw new Malformed("more than there should be");
    }
  }

  private byte[] content(int tag) throws Malformed {
    if (!isNext(tag)) {
      throw new Malformed("another value");
    }
    at++;
    int length = length();
    if (length > bytes.length - at) {
      throw new Malformed("a value that goes on after the end");
    }
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  private int length() throws Malformed {
    int first = next();
    if (first < SHORT_LENGTH) {
      return first;
    }
    int count = first - SHORT_LENGTH;
    if (count < 1 || count > MOST_LENGTH_BYTES) {
      throw new Malformed("a length that no key has");
    }
    int length = 0;
    for (int i = 0; i < count; i++) {
      length = length << Byte.SIZE | next();
    }
    if (length < SHORT_LENGTH || (count > 1 && length <= 0xFF)) {
      throw new Malformed("a length in more bytes than it needs");
    }
    return length;
  }

  private int next() throws Malformed {
    if (at == bytes.length) {
      throw new Malformed("an end in the middle of a value");
    }
    return bytes[at++] & 0xFF;
  }
}
