package org.planlock.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Runs all programs side by side and writes one Markdown page of tables. */
public final class SolverBench {
  private static final List<Double> ELEVEN =
      IntStream.rangeClosed(0, 10).mapToObj(k -> k / 10.0).toList();
  private static final int ROUNDS = 5;

  /** A compiler that works beside them needs more rounds the shorter they are. */
  private static final int WARM_UP = 2;

  private static final int WARM_UP_OF_SMALLEST = 20;

  private final Setup setup;
  private final SpeedPage page;
  private final List<Agreement> agreements = new ArrayList<>();

  private SolverBench(Setup setup) {
    this.setup = setup;
    page = new SpeedPage(setup);
  }

  /** Ends with 1 where programs that should agree do not. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var bench = new SolverBench(Setup.of(arguments));
    bench.measure();
    var text = bench.page.text(bench.agreements);
    Files.writeString(bench.setup.path("--out"), text, StandardCharsets.UTF_8);
    System.out.print(text);
    System.exit(bench.agreements.stream().allMatch(Agreement::holds) ? 0 : 1);
  }

  private void measure() throws IOException, InterruptedException {
    if (setup.wants("21x60")) {
      smallest();
    }
    if (setup.wants("100x200")) {
      small();
    }
    if (setup.wants("200x2000")) {
      single(MadeData.of(200, 2000), ELEVEN, "5 x / 10 x", "1.5 x / 20 x");
    }
    if (setup.wants("500x5000")) {
      single(MadeData.of(500, 5000), List.of(0.5), "5 x / 10 x", "1.5 x / 15 x");
    }
  }

  private void smallest() throws IOException, InterruptedException {
    var data = MadeData.of(21, 60);
    int rounds = setup.quick() ? 1 : ROUNDS;
    var contest = contest(data, WARM_UP_OF_SMALLEST, rounds, rounds, ELEVEN);
    var row = new SpeedPage.Row(data.shape(), "median of " + rounds, "25 x / 40 x", "10 x / 40 x");
    page.add(row, contest.timings(), "r");
    page.addEqual(data.shape() + ", 11 alphas", contest.timings(), 1);
    page.addPython(data.shape(), contest.timings());
    say("whole processes");
    var cold = new ColdProcesses(setup, data, contest.timings());
    for (int round = 0; round < rounds; round++) {
      cold.round();
    }
    page.addCold(cold.canOwn(), contest.timings());
  }

  private void small() throws IOException, InterruptedException {
    var data = MadeData.of(100, 200);
    var two = List.of(0.3, 0.7);
    var contest = contest(data, WARM_UP, ROUNDS, 1, two);
    var row = new SpeedPage.Row(data.shape(), "median of " + ROUNDS, "10 x / 20 x", "5 x / 30 x");
    page.add(row, contest.timings(), "r");
    var what = data.shape() + ", alphas 0.3 and 0.7, once, R's time scaled to 11";
    page.addEqual(what, contest.timings(), ELEVEN.size() / (double) two.size());
    page.addPython(data.shape(), contest.timings());
  }

  /** The slow outsiders, scikit-learn and R at a tight threshold, take part in some rounds only. */
  private Contest contest(MadeData data, int warmUp, int rounds, int slowRounds, List<Double> tight)
      throws IOException, InterruptedException {
    var contest = new Contest(setup, data, ELEVEN);
    contest.warmUp(warmUp);
    for (int round = 0; round < rounds; round++) {
      say(data.shape() + ", round " + (round + 1) + " of " + rounds);
      contest.round(round == 0);
      if (round < slowRounds) {
        contest.tightRound(round == 0, tight);
        contest.pythonRound();
      }
    }
    agreements.addAll(contest.agreements());
    return contest;
  }

  private void single(MadeData data, List<Double> l1Ratios, String glmnet, String exact)
      throws IOException, InterruptedException {
    say(data.shape() + ", once");
    var contest = new Contest(setup, data, l1Ratios);
    contest.round(true);
    agreements.addAll(contest.agreements());
    var how = l1Ratios.size() == 1 ? "once, l1Ratio " + l1Ratios.get(0) : "once";
    page.add(new SpeedPage.Row(data.shape(), how, glmnet, exact), contest.timings(), "rCpu");
  }

  private static void say(String what) {
    System.err.println("solver: " + what);
  }
}
