package org.planlock.cli;

import java.io.IOException;

/** What happens to a plan and its table after the lock. */
final class PlanCases {
  private PlanCases() {}

  static void write(ConformanceFolder to) throws IOException {
    to.ok("good", w -> w.locked(), "small.lock");
    to.ok(
        "plan-with-another-layout",
        w -> w.locked().replace("small.plan", "terms age", "terms   age"),
        "small.lock");
    to.ok(
        "plan-with-another-comment",
        w -> w.locked().edit("small.plan", t -> t + "// seen\n"),
        "small.lock");
    to.ok("plan-with-crlf", w -> w.locked().replace("small.plan", "\n", "\r\n"), "small.lock");
    to.ok("plan-with-bom", w -> w.locked().edit("small.plan", t -> "\uFEFF" + t), "small.lock");
    to.ok(
        "plan-as-yaml",
        w -> {
          w.locked().type("show", "small.plan", "--as", "yaml");
          w.desk.with("small.plan.yaml", w.desk.out());
          w.without("small.plan");
        },
        "small.lock",
        "--plan",
        "small.plan.yaml");
    to.ok("plan-lost", w -> w.locked().without("small.plan"), "small.lock");
    to.ok("table-not-here", w -> w.locked().without("wide.csv"), "small.lock");
    to.fail(
        "table-not-here-but-required",
        4,
        "L311",
        w -> w.locked().without("wide.csv"),
        "small.lock",
        "--require-files");
    to.fail(
        "plan-with-another-l1-ratio",
        1,
        "L301",
        w -> w.locked().replace("small.plan", "0.5, 1", "0.6, 1"),
        "small.lock");
    to.fail(
        "plan-with-one-term-less",
        1,
        "L301",
        w -> w.locked().replace("small.plan", "age + dose", "age"),
        "small.lock");
    to.fail(
        "plan-with-the-outcome-turned-round",
        1,
        "L301",
        w -> w.locked().replace("small.plan", "after - before", "before - after"),
        "small.lock");
    to.fail(
        "plan-with-scaling-outside-the-folds",
        1,
        "L301",
        w -> w.locked().replace("small.plan", "using training_fold", "using analysis_set"),
        "small.lock");
    to.fail(
        "plan-of-another-name",
        1,
        "L301",
        w -> w.locked().replace("small.plan", "\"small\"", "\"large\""),
        "small.lock");
    to.fail(
        "plan-unreadable",
        3,
        "",
        w -> w.locked().replace("small.plan", "model m1 {", "model m1 {{"),
        "small.lock",
        "--plan",
        "small.plan");
    to.fail(
        "plan-asked-for-and-missing",
        5,
        "",
        w -> w.locked().without("small.plan"),
        "small.lock",
        "--plan",
        "small.plan");
    to.fail(
        "table-with-one-value-changed",
        1,
        "L310",
        w -> w.locked().replace("wide.csv", "41", "42"),
        "small.lock");
    to.fail(
        "table-with-one-row-less",
        1,
        "L310",
        w -> w.locked().replace("wide.csv", "d,28,2,14,13\n", ""),
        "small.lock");
    to.fail(
        "table-with-other-line-ends",
        1,
        "L310",
        w -> w.locked().replace("wide.csv", "\n", "\r\n"),
        "small.lock");
  }
}
