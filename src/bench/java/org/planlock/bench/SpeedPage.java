package org.planlock.bench;

import java.util.ArrayList;
import java.util.List;

/** The Markdown page of a comparison. */
final class SpeedPage {
  private static final String MISSING = "not installed";

  private final Setup setup;
  private final List<String> grids = new ArrayList<>();
  private final List<String> others = new ArrayList<>();

  /** Name of a size, how often it was timed, and what is asked of each mode: least / aim. */
  record Row(String shape, String how, String glmnet, String exact) {}

  SpeedPage(Setup setup) {
    this.setup = setup;
  }

  /**
   * One size of the main table.
   *
   * @param r which of R's times counts, wall or CPU
   */
  void add(Row row, Timings timings, String r) {
    grids.add(
        line(
            row.shape() + " (" + row.how() + ")",
            timings.cell(r, MISSING) + (r.endsWith("Cpu") ? " CPU" : ""),
            timings.cell("r2", MISSING),
            timings.cell("glmnet1", "-"),
            timings.cell("glmnet2", "-"),
            timings.ratio(r, "glmnet2", row.glmnet()),
            timings.cell("exact1", "-"),
            timings.cell("exact2", "-"),
            timings.ratio(r, "exact2", row.exact())));
  }

  /** R at a threshold of 1e-14 against `exact`, both for the same l1Ratios. */
  void addEqual(String what, Timings timings, double scale) {
    var tight = timings.median("tight");
    if (tight.isPresent()) {
      timings.add("tightScaled", scale * tight.getAsDouble());
    }
    others.add(
        line(
            "R at threshold 1e-14, " + what,
            timings.cell("tightScaled", MISSING),
            "`exact` " + timings.cell("exact2", "-"),
            timings.ratio("tightScaled", "exact2", "25 x")));
    if (scale != 1) {
      others.add(
          line(
              "the same, those two alphas only",
              timings.cell("tight", MISSING),
              "`exact` " + timings.cell("exactSome2", "-"),
              timings.ratio("tight", "exactSome2", "")));
    }
  }

  void addPython(String shape, Timings timings) {
    for (var mode : List.of("glmnet", "exact")) {
      others.add(
          line(
              "scikit-learn `ElasticNetCV`, " + shape + ", the 10 l1Ratios above 0",
              timings.cell("python", MISSING),
              "`" + mode + "` " + timings.cell(mode + "Positive2", "-"),
              timings.ratio("python", mode + "Positive2", "25 x")));
    }
  }

  void addCold(boolean canOwn, Timings timings) {
    var what = "whole process, 21 x 60: `Rscript` reads, fits, writes";
    var r = timings.cell("coldR", MISSING);
    others.add(
        line(
            what,
            r,
            "`plan execute`, `solve exact` " + timings.cell("cold-exact", "-"),
            timings.ratio("coldR", "cold-exact", "3 x / 5 x")));
    others.add(
        line(
            what,
            r,
            "`plan execute`, `solve glmnet`, `lambda_folds own` "
                + (canOwn ? timings.cell("cold-glmnet", "-") : "not carried out by this version"),
            timings.ratio("coldR", "cold-glmnet", "3 x / 5 x")));
  }

  String text(List<Agreement> agreements) {
    var text = new ArrayList<String>();
    text.add("# Leave-one-out elastic nets: Planlock beside R and scikit-learn");
    text.add("");
    text.add(
        "11 l1Ratios x 100 lambdas unless said; R `cv.glmnet` in a loop over alpha with sequences"
            + " of its own, and ours the same. Times without start and reading; ours warm. Bold:"
            + " R on one core / ours on two threads (asked: at least / aim).");
    text.add("");
    text.add(setup.word("--about").orElse(""));
    text.add("");
    text.add(
        line(
            "n x p",
            "R, 1 core",
            "R, 2 cores",
            "`glmnet`, 1 thread",
            "2 threads",
            "ratio",
            "`exact`, 1 thread",
            "2 threads",
            "ratio"));
    text.add("|---|---|---|---|---|---|---|---|---|");
    text.addAll(grids);
    text.add("");
    text.add(line("theirs", "time", "ours, 2 threads", "ratio"));
    text.add("|---|---|---|---|");
    text.addAll(others);
    text.add("");
    text.add(
        line(
            "cross-validated errors of every cell",
            "largest relative difference",
            "bound",
            "holds"));
    text.add("|---|---|---|---|");
    agreements.forEach(agreement -> text.add(agreement.row()));
    if (agreements.isEmpty()) {
      text.add(line("R or glmnet is " + MISSING, "-", "-", "-"));
    }
    text.add("");
    return String.join("\n", text);
  }

  private static String line(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
