package org.planlock.stats.elasticnet;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.planlock.bench.BenchSamples;

/** One path of one fold, 100 lambdas at most: the piece that a leave-one-out repeats. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PathBench {
  @Param({"21x60", "100x200"})
  private String shape = "";

  @Param({"GLMNET", "EXACT"})
  private Solve solve = Solve.EXACT;

  @Param({"0.0", "0.5", "1.0"})
  private double l1Ratio;

  private PathSolver.RowsLeftOut fold = (kept, strengths) -> List.of();
  private int[] kept = {};
  private OwnSequences strengths = OwnSequences.usual(0.0);

  /** Scales the sample and makes the rows of its Gram matrix that the fold asks for. */
  @Setup
  public void prepare() {
    var options = ElasticNetOptions.of(Objective.GLMNET).solve(solve).standardize(true);
    var sample = BenchSamples.of(shape);
    strengths = OwnSequences.usual(l1Ratio);
    kept = IntStream.range(1, sample.rows()).toArray();
    fold = new ElasticNet(options).leavingOut(sample);
  }

  /** All rows but the first. */
  @Benchmark
  public List<FittedPath> path() {
    return fold.paths(kept, strengths);
  }
}
