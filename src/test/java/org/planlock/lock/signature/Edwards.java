package org.planlock.lock.signature;

import java.math.BigInteger;
import java.util.Optional;

/**
 * The group of edwards25519 by its definition (RFC 8032 §5.1), slowly: the complete addition
 * formula on affine points. A second opinion for tests.
 */
record Edwards(BigInteger x, BigInteger y) {
  static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  static final BigInteger L =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
  static final Edwards NEUTRAL = new Edwards(BigInteger.ZERO, BigInteger.ONE);

  private static final BigInteger D =
      new BigInteger(
          "37095705934669439343138083508754565189542113879843219016388785533085940283555");
  private static final BigInteger ROOT_OF_MINUS_ONE =
      BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);

  Edwards plus(Edwards o) {
    var cross = D.multiply(x).multiply(o.x).multiply(y).multiply(o.y).mod(P);
    var sumX = x.multiply(o.y).add(y.multiply(o.x));
    var sumY = y.multiply(o.y).add(x.multiply(o.x));
    return new Edwards(
        sumX.multiply(BigInteger.ONE.add(cross).modInverse(P)).mod(P),
        sumY.multiply(BigInteger.ONE.subtract(cross).mod(P).modInverse(P)).mod(P));
  }

  Edwards times(BigInteger factor) {
    var sum = NEUTRAL;
    for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
      sum = sum.plus(sum);
      sum = factor.testBit(bit) ? sum.plus(this) : sum;
    }
    return sum;
  }

  /** A point with this y, if there is one. */
  static Optional<Edwards> withY(BigInteger y) {
    var ySquared = y.multiply(y).mod(P);
    var square =
        ySquared
            .subtract(BigInteger.ONE)
            .multiply(D.multiply(ySquared).add(BigInteger.ONE).modInverse(P))
            .mod(P);
    var root = square.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
    for (var x : new BigInteger[] {root, root.multiply(ROOT_OF_MINUS_ONE).mod(P)}) {
      if (x.multiply(x).mod(P).equals(square)) {
        return Optional.of(new Edwards(x, y));
      }
    }
    return Optional.empty();
  }

  /** The 32 bytes of the point: y with the lowest bit of x on top, little-endian. */
  byte[] encoded() {
    return littleEndian(x.testBit(0) ? y.setBit(255) : y);
  }

  static byte[] littleEndian(BigInteger value) {
    var bytes = new byte[32];
    for (int i = 0; i < 32; i++) {
      bytes[i] = value.shiftRight(8 * i).byteValue();
    }
    return bytes;
  }
}
