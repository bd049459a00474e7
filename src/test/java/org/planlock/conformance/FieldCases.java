package org.planlock.conformance;

import org.planlock.cli.Desk;

/** Private plans: what was committed to, and what was revealed of it. */
final class FieldCases {
  private static final String FIELD = "models.m1.penalty.l1_ratio";
  private static final String COMMITMENT = "small.commitment";

  private FieldCases() {}

  static void into(CaseCollection all) {
    good(all);
    fields(all);
    commitments(all);
  }

  private static CaseStudy revealed(CaseStudy study) throws Exception {
    return revealed(study, "--field", FIELD);
  }

  /** Only what others get: the commitment, and a proof. */
  private static CaseStudy revealed(CaseStudy study, String what, String path) throws Exception {
    return study
        .with(CaseStudy.PLAN, Desk.SMALL)
        .typed("lock", CaseStudy.PLAN, "--private")
        .typed("reveal", CaseStudy.LOCK, what, path, "--out", "shown.field")
        .without(CaseStudy.PLAN, CaseStudy.LOCK, ".planlock")
        .called("verify", "shown.field", "--commitment", COMMITMENT);
  }

  private static void good(CaseCollection all) {
    all.ok("field_revealed", "L379", "one value of a private plan", FieldCases::revealed);
    all.ok(
        "field_group_revealed",
        "L379",
        "all values of one group",
        study -> revealed(study, "--field", "models.m1.penalty"));
    all.ok(
        "field_absent",
        "L379",
        "that the plan has no second model",
        study -> revealed(study, "--absent", "models.m2"));
    all.ok(
        "lock_opened_under_its_commitment",
        "L351",
        "the whole private lock is shown at last",
        study ->
            study
                .with(CaseStudy.PLAN, Desk.SMALL)
                .typed("lock", CaseStudy.PLAN, "--private")
                .verifiedWith("--commitment", COMMITMENT));
  }

  private static void changed(
      CaseCollection all, String how, String findings, String about, String from, String to) {
    all.fail(
        "field_" + how,
        1,
        findings,
        about,
        study -> {
          var proof = revealed(study).text("shown.field");
          study.with("shown.field", proof.replaceFirst(from, to));
        });
  }

  private static void fields(CaseCollection all) {
    changed(all, "with_another_value", "L374", "a value that was not promised", "0\\.5", "0.6");
    changed(
        all, "under_another_path", "L374", "the value of something else", "l1_ratio", "l1_rotio");
    changed(
        all,
        "of_another_lock",
        "L372",
        "of some other plan",
        "\"statementSha256\":\".{4}",
        "\"statementSha256\":\"0000");
    changed(
        all,
        "under_another_root",
        "L373 L374",
        "of some other tree",
        "\"root\":\".{4}",
        "\"root\":\"0000");
    changed(
        all,
        "at_another_place",
        "L374",
        "another number of the field",
        "\"index\":(\\d)",
        "\"index\":1$1");
    changed(all, "with_another_salt", "L374", "another salt", "\"salt\":\".{4}", "\"salt\":\"0000");
    changed(
        all,
        "with_another_proof",
        "L374",
        "another hash on the way up",
        "\"proof\":\\[\".{4}",
        "\"proof\":[\"0000");
    all.fail(
        "field_said_to_be_absent_and_present",
        1,
        "L375",
        "the gap is claimed where the plan has a value",
        study -> {
          var proof = revealed(study, "--absent", "models.m2").text("shown.field");
          study.with("shown.field", proof.replace("\"models.m2\"", "\"models.m1\""));
        });
    all.fail(
        "field_proof_cut",
        3,
        "L370",
        "half of the proof is missing",
        study -> {
          var proof = revealed(study).text("shown.field");
          study.with("shown.field", proof.substring(0, proof.length() / 2));
        });
    all.fail(
        "field_proof_missing",
        5,
        "D462",
        "there is no such file",
        study -> revealed(study).without("shown.field"));
  }

  private static void commitments(CaseCollection all) {
    all.fail(
        "commitment_of_another_plan",
        1,
        "L372 L373",
        "a field of one private plan against the commitment to another",
        study -> {
          var proof = revealed(study).text("shown.field");
          study.without("shown.field", COMMITMENT);
          revealed(study).with("shown.field", proof);
        });
    all.fail(
        "commitment_damaged",
        3,
        "L370",
        "its own checksum does not fit",
        study -> {
          var text = revealed(study).text(COMMITMENT);
          study.with(COMMITMENT, text.replaceFirst("\"root\":\".{4}", "\"root\":\"0000"));
        });
    all.fail(
        "commitment_of_newer_format",
        7,
        "L371",
        "made by a version that this one does not know",
        study -> {
          var text = revealed(study).text(COMMITMENT);
          study.with(COMMITMENT, text.replace("planlock-commitment/1", "planlock-commitment/2"));
        });
    all.fail(
        "commitment_missing",
        5,
        "D462",
        "there is no such file",
        study -> revealed(study).without(COMMITMENT));
    all.fail(
        "lock_of_another_commitment",
        1,
        "L351 L372 L373",
        "the private lock that is shown is not the one that was committed to",
        study -> {
          study.with(CaseStudy.PLAN, Desk.SMALL).typed("lock", CaseStudy.PLAN, "--private");
          var first = study.bytes(COMMITMENT);
          study
              .without(CaseStudy.LOCK, COMMITMENT, ".planlock")
              .typed("lock", CaseStudy.PLAN, "--private")
              .with(COMMITMENT, first)
              .verifiedWith("--commitment", COMMITMENT);
        });
  }
}
