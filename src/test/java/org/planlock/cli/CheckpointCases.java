package org.planlock.cli;

import java.io.IOException;

/** What a checkpoint in other hands shows. */
final class CheckpointCases {
  private CheckpointCases() {}

  static void write(ConformanceFolder to) throws IOException {
    String[] kept = {"small.lock", "--checkpoint", "kept"};
    to.ok("checkpoint-of-this-ledger", w -> w.checkpoint(), kept);
    to.ok("checkpoint-and-a-ledger-that-grew", w -> w.checkpoint().neighbour(), kept);
    to.fail(
        "ledger-cut-since-the-checkpoint",
        1,
        "L349",
        w -> w.locked().neighbour().kept().ledger(l -> l.remove(l.size() - 1)),
        kept);
    to.fail("ledger-gone-since-the-checkpoint", 5, "", w -> w.checkpoint().removeLedger(), kept);
    to.fail(
        "ledger-written-anew-since-the-checkpoint",
        1,
        "L350",
        w -> {
          w.locked().neighbour().kept().removeLedger();
          w.without("small.lock").desk.at("2027-01-01T00:00:00Z");
          w.locked().neighbour();
        },
        kept);
    to.fail(
        "checkpoint-with-another-root",
        3,
        "L357",
        w -> w.checkpoint().edit("kept", t -> t.replaceFirst("\n(\\d+)\n", "\nmany\n")),
        kept);
    to.fail(
        "checkpoint-that-is-a-plan",
        3,
        "L357",
        w -> {
          w.checkpoint();
          w.desk.with("kept", ConformanceWorld.PLAN);
        },
        kept);
  }
}
