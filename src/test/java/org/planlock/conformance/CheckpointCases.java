package org.planlock.conformance;

import java.util.ArrayList;
import java.util.List;
import org.planlock.cli.Desk;

/** A ledger against what somebody else kept of it. */
final class CheckpointCases {
  private static final String KEPT = "kept-elsewhere";

  private CheckpointCases() {}

  static void into(CaseCollection all) {
    all.ok(
        "checkpoint_of_this_ledger",
        "",
        "the ledger as it was kept",
        CheckpointCases::checkpointed);
    all.ok(
        "checkpoint_of_a_shorter_ledger",
        "",
        "the ledger grew since",
        study ->
            checkpointed(study)
                .with("e.plan", Desk.SMALL.replace("\"small\"", "\"e\""))
                .typed("lock", "e.plan")
                .without("e.plan", "e.lock"));
    all.ok(
        "checkpoint_and_torn_line",
        "L342",
        "a command was killed while it wrote the next entry",
        study ->
            checkpointed(study)
                .ledger(String.join("\n", study.ledger()) + "\n{\"actor\":\"ana\",\"bo"));
    tampered(all);
    other(all);
  }

  private static CaseStudy checkpointed(CaseStudy study) throws Exception {
    LedgerCases.four(study).people("ana");
    return study
        .typed("checkpoint", CaseStudy.LOCK, "--sign", "ana", "--out", KEPT)
        .without("signers")
        .verifiedWith("--checkpoint", KEPT);
  }

  private static void tampered(CaseCollection all) {
    all.fail(
        "checkpoint_of_a_ledger_that_was_cut",
        1,
        "L349",
        "the newest entries were cut off",
        study -> study.ledger(checkpointed(study).ledger().subList(0, 4)));
    all.fail(
        "checkpoint_beside_an_old_copy",
        1,
        "L313 L349",
        "a copy of the folder from before this lock was put in its place",
        study -> study.ledger(checkpointed(study).ledger().subList(0, 1)));
    all.fail(
        "checkpoint_of_a_ledger_whose_last_line_was_edited",
        1,
        "L350",
        "the one line of which no later line tells",
        study -> {
          var lines = new ArrayList<>(checkpointed(study).ledger());
          lines.set(4, lines.get(4).replace("\"ana\"", "\"eve\""));
          study.ledger(lines);
        });
    all.fail(
        "checkpoint_of_a_ledger_that_was_written_anew",
        1,
        "L350",
        "every line is new and follows the one before it",
        study -> {
          checkpointed(study);
          var plan = study.bytes(CaseStudy.PLAN);
          study.without(CaseStudy.LOCK, ".planlock");
          LedgerCases.four(study.at("2026-11-21T09:00:00Z").with(CaseStudy.PLAN, plan));
        });
    all.fail(
        "checkpoint_and_no_ledger",
        5,
        "D462",
        "the ledger was taken away",
        study -> checkpointed(study).without(".planlock"));
  }

  private static void other(CaseCollection all) {
    all.fail(
        "checkpoint_of_another_study",
        1,
        "L353",
        "what was kept is of another study's ledger",
        study -> {
          var kept = checkpointed(study).text(KEPT);
          var name = study.folder().getFileName().toString();
          study.with(KEPT, kept.replace(name, "lab.example/other"));
        });
    all.fail(
        "checkpoint_unreadable",
        3,
        "L357",
        "what was kept is no checkpoint",
        study -> checkpointed(study).with(KEPT, "5 entries, I think\n"));
    all.fail(
        "checkpoint_of_a_larger_number",
        1,
        "L349",
        "what was kept says that there were more entries",
        study -> {
          var lines = List.of(checkpointed(study).text(KEPT).split("\n", -1));
          var changed = new ArrayList<>(lines);
          changed.set(1, "6");
          study.with(KEPT, String.join("\n", changed));
        });
  }
}
