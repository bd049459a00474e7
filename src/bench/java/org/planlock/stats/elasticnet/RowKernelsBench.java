package org.planlock.stats.elasticnet;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Four rows added to one: in one sweep, and in four. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RowKernelsBench {
  @Param({"60", "200", "2000"})
  private int length;

  private double[] target = {};
  private double[][] rows = {};
  private final double[] factors = {1e-3, -2e-3, 3e-3, -2e-3};

  /** Rows of numbers between -1 and 1. */
  @Setup
  public void fill() {
    var random = new SplittableRandom(length);
    target = random.doubles(length, -1, 1).toArray();
    rows = new double[4][];
    for (int r = 0; r < 4; r++) {
      rows[r] = random.doubles(length, -1, 1).toArray();
    }
  }

  /** As the solver does it. */
  @Benchmark
  public double[] fourAtOnce() {
    RowKernels.subtract(target, factors, rows, 4, 0, length);
    return target;
  }

  /** The same sums, a row after the other. */
  @Benchmark
  public double[] oneByOne() {
    for (int r = 0; r < 4; r++) {
      RowKernels.subtract(target, factors[r], rows[r], 0, length);
    }
    return target;
  }
}
