package org.planlock.conformance;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.planlock.cli.Desk;
import org.planlock.lock.LockForgery;

/** Locks as files: honest ones, and damaged ones. */
final class LockCases {
  private static final String NOT_ANCHORED = "L351";

  private LockCases() {}

  static void into(CaseCollection all) {
    good(all);
    damaged(all);
    unreadable(all);
    newer(all);
  }

  private static void good(CaseCollection all) {
    all.ok("lock_as_made", NOT_ANCHORED, "a lock, its plan and its ledger", CaseStudy::locked);
    all.ok(
        "lock_alone",
        "",
        "nothing but the lock",
        study -> study.locked().without(CaseStudy.PLAN, ".planlock"));
    all.ok(
        "lock_and_ledger_checked_out_with_crlf",
        NOT_ANCHORED,
        "a checkout put CR before every LF of lock, ledger and plan",
        study -> {
          study.locked();
          for (var file : new String[] {"small.lock", "small.plan", ".planlock/ledger.jsonl"}) {
            study.with(file, study.text(file).replace("\n", "\r\n"));
          }
        });
    all.ok(
        "lock_that_amends_another",
        NOT_ANCHORED,
        "the second lock of a plan, with a reason, in the place of the first",
        study ->
            study
                .locked()
                .replanned("0.5, 1", "1")
                .typed("amend", CaseStudy.PLAN, "--reason", "no ridge")
                .verifiedWith("--plan", CaseStudy.PLAN));
    all.ok(
        "lock_with_unicode_title",
        NOT_ANCHORED,
        "letters outside ASCII in the locked plan",
        study ->
            study
                .with(CaseStudy.PLAN, Desk.SMALL.replace("A small plan", "Größe, 大きさ, 𝛌"))
                .typed("lock", CaseStudy.PLAN));
  }

  private static void damaged(CaseCollection all) {
    all.fail(
        "lock_bit_flipped_in_payload",
        1,
        "L301 L304 L306 L313 L351",
        "one bit of a locked value was flipped, so the statement is not the one that was hashed",
        study -> study.locked().edited(text -> flippedValue(text)));
    all.fail(
        "lock_bit_flipped_in_digest",
        1,
        "L304 L351",
        "one digit of `statementSha256` is another one",
        study ->
            study
                .locked()
                .edited(
                    text -> {
                      int at = text.indexOf("\"statementSha256\":\"") + 19;
                      char other = text.charAt(at) == '0' ? '1' : '0';
                      return text.substring(0, at) + other + text.substring(at + 1);
                    }));
    all.fail(
        "lock_member_twice",
        3,
        "L302",
        "a member stands twice, so that two readers may see two digests",
        study ->
            study
                .locked()
                .edited(text -> text.replace("{\"dsse\"", "{\"statementSha256\":\"0\",\"dsse\"")));
    all.fail(
        "lock_with_one_more_member",
        3,
        "L302 L351",
        "the file has a member that the format does not have",
        study -> study.locked().edited(text -> text.replace("\"time\":[]", "\"time\":[],\"z\":1")));
    all.fail(
        "lock_pretty_printed",
        3,
        "L302 L351",
        "an editor laid the file out anew",
        study -> study.locked().edited(text -> text.replace("\",\"", "\",\n  \"")));
    all.fail(
        "lock_with_bytes_behind_it",
        3,
        "L302",
        "something stands behind the end of the file",
        study -> study.locked().edited(text -> text + "{}\n"));
    all.fail(
        "lock_of_other_payload_type",
        3,
        "L302 L351",
        "`payloadType` says that the envelope holds something else",
        study -> study.locked().edited(text -> text.replace("vnd.in-toto+json", "json")));
    all.fail(
        "lock_with_sloppy_base64",
        3,
        "L302",
        "the payload has line breaks in its base64",
        study ->
            study
                .locked()
                .edited(text -> text.replace("\"payload\":\"eyJf", "\"payload\":\"eyJf\\n")));
    all.fail(
        "lock_with_unknown_signature_member",
        3,
        "L302",
        "a signature has a member that signatures do not have",
        study ->
            study
                .locked()
                .people("ana")
                .typed("sign", CaseStudy.LOCK, "--key", "ana")
                .edited(text -> text.replace("{\"keyid\"", "{\"alg\":\"none\",\"keyid\"")));
  }

  private static String flippedValue(String text) {
    // "alpha" in base64 is aligned by luck; any letter of the payload's middle will do
    int at = text.indexOf("\"payload\":\"") + 801;
    char other = text.charAt(at) == 'A' ? 'B' : 'A';
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  private static void unreadable(CaseCollection all) {
    all.fail("lock_empty", 3, "L302", "a file without a byte", study -> with(study, new byte[0]));
    all.fail(
        "lock_cut_in_the_middle",
        3,
        "L302",
        "half of the file is missing",
        study -> {
          var bytes = study.locked().bytes(CaseStudy.LOCK);
          with(study, Arrays.copyOf(bytes, bytes.length / 2));
        });
    all.fail(
        "lock_cut_by_one_byte",
        3,
        "L302 L351",
        "the last line feed is missing",
        study -> {
          var bytes = study.locked().bytes(CaseStudy.LOCK);
          with(study, Arrays.copyOf(bytes, bytes.length - 1));
        });
    all.fail(
        "lock_not_utf8",
        3,
        "L302",
        "a byte that no UTF-8 text has",
        study -> {
          var bytes = study.locked().bytes(CaseStudy.LOCK);
          bytes[40] = (byte) 0xff;
          with(study, bytes);
        });
    all.fail(
        "lock_of_zeros",
        3,
        "L302",
        "a file system that lost the content after a crash gives zeros",
        study -> with(study, new byte[1000]));
    all.fail(
        "lock_nested_beyond_measure",
        3,
        "L302",
        "twenty thousand brackets",
        study -> with(study, "[".repeat(20_000).getBytes(StandardCharsets.UTF_8)));
    all.fail(
        "lock_is_a_web_page",
        3,
        "L302",
        "a server's error page was saved under the name of the lock",
        study ->
            with(study, "<!DOCTYPE html><title>404</title>\n".getBytes(StandardCharsets.UTF_8)));
    all.fail(
        "lock_is_other_json",
        3,
        "L302",
        "a file of another program",
        study -> with(study, "{\"lockfileVersion\":3}\n".getBytes(StandardCharsets.UTF_8)));
    all.fail("lock_missing", 5, "D462", "there is no such file", study -> {});
    all.fail(
        "lock_is_a_folder",
        3,
        "D464",
        "a folder of the lock's name",
        study -> study.with("small.lock/notes.txt", "nothing\n"));
  }

  private static void with(CaseStudy study, byte[] bytes) {
    study.with(CaseStudy.LOCK, bytes);
  }

  private static void newer(CaseCollection all) {
    all.fail(
        "lock_of_newer_format",
        7,
        "L303",
        "made by a version that this one does not know",
        study -> study.locked().edited(text -> text.replace("planlock-lock/1", "planlock-lock/2")));
    all.fail(
        "lock_of_newer_semantics",
        7,
        "L303",
        "locked under rules of execution that are still to come",
        study -> {
          study.locked();
          study.with(
              CaseStudy.LOCK,
              LockForgery.edited(
                  study.lock(), text -> text.replace("\"semantics\":1", "\"semantics\":2")));
          study.without(".planlock");
        });
  }
}
