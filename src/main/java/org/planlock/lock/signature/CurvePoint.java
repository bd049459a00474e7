package org.planlock.lock.signature;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TWO;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Whether 32 bytes are a point of edwards25519 under which a signature proves anything (RFC 8032
 * §5.1.3).
 *
 * <p>The JDK takes points of small order for keys; under those, one signature holds for many texts.
 * All numbers here are public, so they need not be computed in constant time.
 */
final class CurvePoint {
  static final int BYTES = 32;

  private static final BigInteger P = TWO.pow(255).subtract(BigInteger.valueOf(19));
  private static final BigInteger D =
      BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P);
  private static final BigInteger HALF = P.shiftRight(1);
  private static final int DOUBLINGS_TO_COFACTOR = 3;

  private CurvePoint() {}

  /** What makes the bytes unfit for a key, in words; none if they are fit. */
  static Optional<String> fault(byte[] encoded) {
    var y = littleEndian(encoded).clearBit(255);
    if (y.compareTo(P) >= 0) {
      return Optional.of("is not written in the one way that RFC 8032 allows");
    }
    if (isOfSmallOrder(y)) {
      return Optional.of("is a point of small order, so that anybody could sign for it");
    }
    return isSquare(squareOfX(y.multiply(y)))
        ? Optional.empty()
        : Optional.of("is not a point of the curve");
  }

  private static BigInteger littleEndian(byte[] encoded) {
    var reversed = new byte[encoded.length];
    for (int i = 0; i < encoded.length; i++) {
      reversed[i] = encoded[encoded.length - 1 - i];
    }
    return new BigInteger(1, reversed);
  }

  /** x² of the point with this y², from -x² + y² = 1 + d x² y². */
  private static BigInteger squareOfX(BigInteger ySquared) {
    var below = D.multiply(ySquared).add(ONE).mod(P);
    return ySquared.subtract(ONE).multiply(below.modInverse(P)).mod(P);
  }

  private static boolean isOfSmallOrder(BigInteger y) {
    var multiple = y;
    for (int i = 0; i < DOUBLINGS_TO_COFACTOR; i++) {
      multiple = doubled(multiple);
    }
    return multiple.equals(ONE);
  }

  /** y of twice the point, (y² + x²) / (2 + x² - y²), for which the sign of x does not count. */
  private static BigInteger doubled(BigInteger y) {
    var ySquared = y.multiply(y).mod(P);
    var xSquared = squareOfX(ySquared);
    var below = TWO.add(xSquared).subtract(ySquared).mod(P);
    return ySquared.add(xSquared).multiply(below.modInverse(P)).mod(P);
  }

  /** Euler's criterion; 0 is the square of a point of small order, which is refused before. */
  private static boolean isSquare(BigInteger value) {
    return value.modPow(HALF, P).equals(ONE);
  }
}
