package org.planlock.conformance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.planlock.cli.Desk;
import org.planlock.lock.LockForgery;
import org.planlock.lock.PlanLock;

/** Locks that somebody wrote again, with every checksum that anybody can compute made to fit. */
final class ForgedLockCases {
  private ForgedLockCases() {}

  static void into(CaseCollection all) {
    resealed(all);
    inconsistent(all);
    exchanged(all);
  }

  private static void resealed(CaseCollection all) {
    all.fail(
        "lock_edited_and_sealed_again",
        1,
        "L301",
        "a locked value was edited and all digests in the file were made to fit",
        study -> {
          study.locked().without(".planlock");
          forged(study, LockForgery::resealed, "\"l1_ratio\":[0.5,1]", "\"l1_ratio\":[1]");
        });
    all.fail(
        "lock_made_again_beside_the_old_ledger",
        1,
        "L313 L351",
        "plan and lock are new and fit each other; the ledger knows only the old lock",
        study -> {
          var ledger = study.locked().ledger();
          study
              .replanned("0.5, 1", "1")
              .without(CaseStudy.LOCK, ".planlock")
              .typed("lock", CaseStudy.PLAN)
              .ledger(ledger);
        });
    all.fail(
        "lock_earlier_by_edit",
        1,
        "L313 L351",
        "the claimed time was put a year back and all digests were made to fit",
        study -> {
          study.locked();
          forged(study, LockForgery::edited, "2026-11-22T09:00:00Z", "2025-11-22T09:00:00Z");
        });
    all.fail(
        "lock_signed_then_edited",
        1,
        "L360",
        "the statement was edited under the signature of a co-author",
        study -> {
          study
              .locked()
              .people("ana")
              .typed("sign", CaseStudy.LOCK, "--key", "ana")
              .without(".planlock");
          forged(study, LockForgery::edited, "2026-11-22T09:00:00Z", "2025-11-22T09:00:00Z");
          study.verifiedWith("--signer", "signers");
        });
  }

  private static void inconsistent(CaseCollection all) {
    all.fail(
        "lock_holds_another_plan_than_it_names",
        1,
        "L301 L306",
        "the plan in the statement was edited, the digest that the statement names was not",
        study -> {
          study.locked().without(".planlock");
          forged(study, LockForgery::edited, "\"l1_ratio\":[0.5,1]", "\"l1_ratio\":[1]");
        });
    all.fail(
        "lock_statement_with_spaces",
        3,
        "L305",
        "the statement says the same in other bytes",
        study -> {
          study.locked().without(".planlock");
          forged(study, LockForgery::edited, "\"predicateType\":", "\"predicateType\": ");
        });
    all.fail(
        "lock_statement_with_one_more_member",
        3,
        "L305",
        "the statement has a member that this version would not write",
        study -> {
          study.locked().without(".planlock");
          forged(study, LockForgery::edited, "\"schema\":1", "\"schema\":1,\"secret\":true");
        });
    all.fail(
        "lock_statement_member_twice",
        3,
        "L302",
        "the statement names two digests",
        study -> {
          study.locked().without(".planlock");
          forged(study, LockForgery::edited, "\"schema\":1", "\"schema\":1,\"schema\":1");
        });
    all.fail(
        "lock_statement_of_newer_schema",
        7,
        "L303",
        "a statement of a version that this one does not know",
        study -> {
          study.locked().without(".planlock");
          forged(study, LockForgery::edited, "\"schema\":1", "\"schema\":2");
        });
    all.fail(
        "lock_statement_is_no_statement",
        3,
        "L302",
        "the envelope holds something else",
        study ->
            study
                .locked()
                .without(".planlock")
                .with(
                    CaseStudy.LOCK,
                    LockForgery.file("{}".getBytes(StandardCharsets.UTF_8), List.of(), List.of())));
  }

  private static void exchanged(CaseCollection all) {
    all.fail(
        "lock_of_another_study",
        1,
        "L313 L351",
        "a lock and its plan from elsewhere, in the folder of this study's ledger",
        study -> {
          var ledger = study.locked().ledger();
          study
              .without(CaseStudy.LOCK, CaseStudy.PLAN, ".planlock")
              .with(CaseStudy.PLAN, Desk.SMALL.replace("A small plan", "Of another study"))
              .typed("lock", CaseStudy.PLAN)
              .ledger(ledger);
        });
    all.fail(
        "lock_beside_another_plan",
        1,
        "L301 L351",
        "`--plan` names the plan of another study",
        study ->
            study
                .locked()
                .with("other.plan", Desk.SMALL.replace("\"small\"", "\"other\""))
                .verifiedWith("--plan", "other.plan"));
    all.fail(
        "lock_superseded_shown_with_the_new_plan",
        1,
        "L301 L351",
        "the first lock of an amended plan is shown beside the second plan",
        study -> {
          var first = study.locked().bytes(CaseStudy.LOCK);
          study
              .replanned("0.5, 1", "1")
              .typed("amend", CaseStudy.PLAN, "--reason", "no ridge")
              .with(CaseStudy.LOCK, first);
        });
  }

  private interface Forging {
    byte[] forge(PlanLock lock, UnaryOperator<String> edit);
  }

  private static void forged(CaseStudy study, Forging how, String from, String to) {
    study.with(CaseStudy.LOCK, how.forge(study.lock(), text -> text.replace(from, to)));
  }
}
