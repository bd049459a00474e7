package org.planlock.bench;

import org.planlock.stats.Sample;

/** Made samples by the name of their shape. */
public final class BenchSamples {
  private BenchSamples() {}

  /** The sample of a shape such as {@code 21x60}: rows, then columns. */
  public static Sample of(String shape) {
    var sides = shape.split("x", 2);
    return MadeData.of(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])).sample();
  }
}
