package org.planlock.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.planlock.cli.Desk;

/** The ledger beside a lock, and what can be done to it. */
final class LedgerCases {
  private LedgerCases() {}

  static void into(CaseCollection all) {
    good(all);
    broken(all);
    unreadable(all);
    contradictory(all);
  }

  /** Four plans of one study, locked one after the other. */
  static CaseStudy four(CaseStudy study) {
    study.locked();
    for (var id : List.of("b", "c", "d")) {
      var minute = "2026-11-22T1%d:00:00Z".formatted(id.charAt(0) - 'a');
      study
          .at(minute)
          .with(id + ".plan", Desk.SMALL.replace("\"small\"", "\"" + id + "\""))
          .typed("lock", id + ".plan");
    }
    try {
      for (var id : List.of("b", "c", "d")) {
        study.without(id + ".plan", id + ".lock");
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return study;
  }

  private static void good(CaseCollection all) {
    all.ok("ledger_of_four_plans", "L351", "four plans of one study", LedgerCases::four);
    all.ok(
        "ledger_torn",
        "L342 L351",
        "a command was killed while it wrote; no entry is touched",
        study -> {
          var lines = four(study).ledger();
          study.ledger(String.join("\n", lines) + "\n" + lines.get(4).substring(0, 90));
        });
    all.ok(
        "ledger_with_a_clock_that_went_back",
        "L348 L351",
        "the order of the entries is told by digests, not by clocks",
        study ->
            study
                .locked()
                .at("2026-11-21T09:00:00Z")
                .with("b.plan", Desk.SMALL.replace("\"small\"", "\"b\""))
                .typed("lock", "b.plan")
                .without("b.plan", "b.lock"));
    all.ok(
        "ledger_cut_where_nobody_kept_a_checkpoint",
        "L351",
        "the newest entries are gone, which cannot be seen without a checkpoint, and is said",
        study -> study.ledger(four(study).ledger().subList(0, 3)));
    all.ok(
        "ledger_not_given",
        "",
        "the ledger stayed with its owner",
        study -> four(study).without(".planlock"));
  }

  private interface Tampering {
    void tamper(List<String> lines);
  }

  private static void tampered(
      CaseCollection all, String how, int exit, String findings, String about, Tampering by) {
    all.fail(
        "ledger_" + how,
        exit,
        findings,
        about,
        study -> {
          var lines = new ArrayList<>(four(study).ledger());
          by.tamper(lines);
          study.ledger(lines);
        });
  }

  private static void broken(CaseCollection all) {
    tampered(
        all,
        "with_an_edited_line",
        1,
        "L343 L351",
        "another actor in a line in the middle",
        lines -> lines.set(2, lines.get(2).replace("\"ana\"", "\"eve\"")));
    tampered(
        all,
        "with_a_missing_line",
        1,
        "L344 L351",
        "the entry of a plan was taken out",
        lines -> lines.remove(3));
    tampered(
        all,
        "with_a_missing_first_line",
        1,
        "L344 L351 L354",
        "the beginning was taken out",
        lines -> lines.remove(0));
    tampered(
        all,
        "in_another_order",
        1,
        "L345 L348 L351",
        "two lines changed places",
        lines -> Collections.swap(lines, 2, 3));
    tampered(
        all,
        "with_a_repeated_line",
        1,
        "L346 L351 L354",
        "a line stands twice",
        lines -> lines.add(3, lines.get(2)));
    all.fail(
        "ledger_forked",
        1,
        "L347 L351",
        "two copies of the folder were used, and their ledgers were put into one file",
        study -> {
          study.locked();
          var common = study.ledger();
          next(study, "b");
          var one = study.ledger();
          study.ledger(common).without(".planlock/ledger.tail");
          next(study, "c");
          var both = new ArrayList<>(one);
          both.add(study.ledger().get(2));
          study.ledger(both);
        });
  }

  private static void next(CaseStudy study, String id) throws Exception {
    study
        .with(id + ".plan", Desk.SMALL.replace("\"small\"", "\"" + id + "\""))
        .typed("lock", id + ".plan")
        .without(id + ".plan", id + ".lock");
  }

  private static void unreadable(CaseCollection all) {
    tampered(
        all,
        "with_a_member_twice",
        3,
        "L340 L351",
        "a line says two things at once",
        lines -> lines.set(2, lines.get(2).replace("\"seq\":2", "\"seq\":2,\"seq\":2")));
    tampered(
        all,
        "with_spaces",
        3,
        "L340 L351",
        "a line says the same in other bytes",
        lines -> lines.set(4, lines.get(4).replace("\"seq\":", "\"seq\": ")));
    tampered(
        all,
        "with_an_empty_line",
        3,
        "L340 L351",
        "a blank line in the middle",
        lines -> lines.add(2, ""));
    tampered(
        all,
        "with_an_unknown_entry",
        3,
        "L340 L351",
        "there is no such type of entry",
        lines -> lines.set(4, lines.get(4).replace("\"type\":\"lock\"", "\"type\":\"luck\"")));
    tampered(
        all,
        "of_a_newer_version",
        7,
        "L341 L351",
        "an entry of a version that this one does not know",
        lines -> lines.set(4, lines.get(4).replace("\"v\":1", "\"v\":2")));
    all.fail(
        "ledger_empty",
        3,
        "L340 L351",
        "a ledger without an entry",
        study -> four(study).ledger(""));
    all.fail(
        "ledger_of_zeros",
        3,
        "L340 L351",
        "a file system that lost the content after a crash gives zeros",
        study -> four(study).ledger("\0".repeat(500) + "\n"));
    all.fail(
        "ledger_is_a_folder",
        3,
        "D464",
        "a folder of the ledger's name",
        study ->
            study.locked().without(".planlock").with(".planlock/ledger.jsonl/notes", "nothing\n"));
  }

  private static void contradictory(CaseCollection all) {
    all.fail(
        "ledger_with_two_locks_of_one_plan",
        1,
        "L351 L355",
        "a plan was locked a second time in silence, by a program that lets one",
        study -> LedgerForgery.of(four(study)).lockedAgain("b").write());
    all.fail(
        "ledger_with_an_end_without_a_beginning",
        1,
        "L351 L354",
        "an execution that never began is said to have ended",
        study -> LedgerForgery.of(four(study)).endedWithoutBeginning().write());
    all.fail(
        "ledger_with_a_second_beginning",
        1,
        "L351 L354",
        "the ledger begins twice",
        study -> LedgerForgery.of(four(study)).begunAgain().write());
    all.fail(
        "ledger_with_a_claim_of_blindness_after_an_execution",
        1,
        "L351 L354",
        "an amendment says that nobody knew the outcome, behind an execution",
        study -> LedgerForgery.of(four(study)).blindAfterExecution().write());
    all.fail(
        "ledger_with_releases_for_two_locks",
        1,
        "L351 L356",
        "the allocation was given out twice, for two locks",
        study -> LedgerForgery.of(four(study)).releasedTwice().write());
  }
}
