package org.planlock.lock;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bytes as a bad disk, a bad copy or a bad person would leave them. */
public final class Damage {
  private Damage() {}

  /** Changed bytes, and what was done to them. */
  public static final class Damaged {
    private final String what;
    private final byte[] bytes;

    private Damaged(String what, byte[] bytes) {
      this.what = what;
      this.bytes = bytes;
    }

    public String what() {
      return what;
    }

    public byte[] bytes() {
      return bytes.clone();
    }

    @Override
    public String toString() {
      return what;
    }
  }

  /** The bytes with each bit flipped in turn. */
  public static Stream<Damaged> everyBit(byte[] bytes) {
    return everyBit(bytes, 1);
  }

  /** The bytes with every so-manieth bit flipped in turn. */
  public static Stream<Damaged> everyBit(byte[] bytes, int step) {
    return IntStream.range(0, (bytes.length * 8 + step - 1) / step)
        .map(i -> i * step)
        .mapToObj(bit -> new Damaged("bit " + bit + " flipped", flipped(bytes, bit)));
  }

  /** Every beginning of the bytes that is not all of them. */
  public static Stream<Damaged> everyTruncation(byte[] bytes) {
    return IntStream.range(0, bytes.length)
        .mapToObj(length -> new Damaged("first " + length, Arrays.copyOf(bytes, length)));
  }

  /**
   * How many of them are taken for sound, told in one line of a test's output with how many there
   * were.
   *
   * @param what was damaged, and how
   */
  public static long accepted(String what, Stream<Damaged> all, Predicate<Damaged> accepts) {
    var tried = new AtomicLong();
    long accepted = all.peek(each -> tried.incrementAndGet()).filter(accepts).count();
    System.out.println("damage: " + what + ": " + tried + " tried, " + accepted + " accepted");
    return accepted;
  }

  /** The bytes with one bit flipped. */
  public static byte[] flipped(byte[] bytes, int bit) {
    var changed = bytes.clone();
    changed[bit / 8] ^= (byte) (1 << (bit % 8));
    return changed;
  }
}
