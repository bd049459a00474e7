package org.planlock.cli;

import java.io.IOException;
import java.util.Arrays;

/** Plans that nobody has read yet, and single fields of them. */
final class PrivatePlanCases {
  private PrivatePlanCases() {}

  static void write(ConformanceFolder to) throws IOException {
    var field = "models.m1.penalty.l1_ratio";
    String[] proven = {"a.field", "--commitment", "small.commitment"};
    to.ok(
        "private-lock-and-its-commitment",
        w -> w.locked("--private"),
        "small.lock",
        "--commitment",
        "small.commitment");
    to.ok(
        "one-field-revealed",
        w ->
            w.locked("--private")
                .type("reveal", "small.lock", "--field", field, "--out", "a.field"),
        proven);
    to.ok(
        "one-field-shown-to-be-absent",
        w ->
            w.locked("--private")
                .type("reveal", "small.lock", "--absent", "models.m9", "--out", "a.field"),
        proven);
    to.fail(
        "revealed-value-changed",
        1,
        "L374",
        w ->
            w.locked("--private")
                .type("reveal", "small.lock", "--field", field, "--out", "a.field")
                .replace("a.field", "0.5", "0.6"),
        proven);
    to.fail(
        "revealed-path-changed",
        1,
        "L374",
        w ->
            w.locked("--private")
                .type("reveal", "small.lock", "--field", field, "--out", "a.field")
                .replace("a.field", "l1_ratio", "l1_ratia"),
        proven);
    to.fail(
        "revealed-field-of-another-plan",
        1,
        "L372",
        w -> {
          w.locked("--private").type("reveal", "small.lock", "--field", field, "--out", "a.field");
          w.without("small.lock", "small.commitment").removeLedger().locked("--private");
        },
        proven);
    to.fail(
        "revealed-field-cut-in-half",
        3,
        "L370",
        w ->
            w.locked("--private")
                .type("reveal", "small.lock", "--field", field, "--out", "a.field")
                .bytes("a.field", b -> Arrays.copyOf(b, b.length / 2)),
        proven);
    to.fail(
        "revealed-field-without-a-commitment",
        2,
        "",
        w ->
            w.locked("--private")
                .type("reveal", "small.lock", "--field", field, "--out", "a.field"),
        "a.field");
    to.fail(
        "commitment-of-another-lock",
        1,
        "L372",
        w -> {
          w.locked("--private");
          var old = w.desk.bytes("small.commitment");
          w.without("small.lock", "small.commitment")
              .removeLedger()
              .locked("--private")
              .desk
              .with("small.commitment", old);
        },
        "small.lock",
        "--commitment",
        "small.commitment");
    to.fail(
        "commitment-cut-in-half",
        3,
        "L370",
        w ->
            w.locked("--private")
                .type("reveal", "small.lock", "--field", field, "--out", "a.field")
                .bytes("small.commitment", b -> Arrays.copyOf(b, b.length / 2)),
        proven);
  }
}
