package org.planlock.conformance;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiFunction;
import org.planlock.cli.Desk;
import org.planlock.lock.Json;
import org.planlock.lock.LockFile;
import org.planlock.lock.PlanLock;
import org.planlock.lock.time.StampForger;

/** Time stamps that prove nothing, each for a reason of its own. */
final class RefusedTimeCases {
  private RefusedTimeCases() {}

  static void into(CaseCollection all) {
    moments(all);
    signers(all);
    contents(all);
    forms(all);
  }

  private static void refused(
      CaseCollection all,
      String name,
      int exit,
      String finding,
      String about,
      BiFunction<StampForger, PlanLock, Json.Fields> stamp) {
    all.fail(
        "time_" + name,
        exit,
        finding + " L351",
        about,
        study -> {
          var authority = StampForger.authority();
          study.locked();
          study
              .stamped(stamp.apply(authority, study.lock()))
              .with("root.pem", authority.rootPem())
              .verifiedWith("--tsa-ca", "root.pem");
        });
  }

  private static void moments(CaseCollection all) {
    refused(
        all,
        "of_2090",
        1,
        "L330",
        "a trusted authority's clock ran ahead",
        (authority, lock) ->
            authority
                .valid("2026-01-01T00:00:00Z", "2100-01-01T00:00:00Z")
                .at(lock, "2090-01-01T00:00:00Z"));
    refused(
        all,
        "before_the_program_existed",
        1,
        "L330",
        "no program could have made this lock then",
        (authority, lock) ->
            authority
                .valid("2019-01-01T00:00:00Z", "2040-01-01T00:00:00Z")
                .at(lock, "2020-06-01T00:00:00Z"));
    refused(
        all,
        "outside_the_validity_of_its_certificate",
        1,
        "L328",
        "the certificate had expired when it stamped",
        (authority, lock) ->
            authority.valid("2026-01-01T00:00:00Z", "2026-11-20T00:00:00Z").stamp(lock));
  }

  private static void signers(CaseCollection all) {
    refused(
        all,
        "by_a_certificate_for_code",
        1,
        "L327",
        "a certificate that may sign programs, not times",
        (authority, lock) -> authority.forOtherPurpose().stamp(lock));
    refused(
        all,
        "with_a_wrong_signature",
        1,
        "L325",
        "one bit of the authority's signature",
        StampForger::signatureFlipped);
    refused(
        all,
        "without_its_certificate",
        1,
        "L326",
        "nobody can tell who signed",
        StampForger::withoutCertificate);
    all.fail(
        "time_by_a_revoked_certificate",
        1,
        "L329 L351",
        "the authority's key was stolen before it stamped, and its root says so",
        study -> {
          var authority = StampForger.authority();
          study.locked();
          study
              .stamped(authority.stamp(study.lock()))
              .with("root.pem", authority.rootPem() + authority.revocation("2026-11-21T00:00:00Z"))
              .verifiedWith("--tsa-ca", "root.pem");
        });
  }

  private static void contents(CaseCollection all) {
    refused(
        all, "over_a_sha1_digest", 1, "L324", "another lock may have the same", StampForger::sha1);
    refused(
        all,
        "of_another_query",
        1,
        "L323",
        "the reply does not answer the query that is kept beside it",
        StampForger::ofOtherQuery);
    all.fail(
        "time_of_another_lock",
        1,
        "L322 L351",
        "the stamp of another lock was copied into this one",
        study -> {
          var authority = StampForger.authority();
          study
              .locked()
              .with("other.plan", Desk.SMALL.replace("\"small\"", "\"other\""))
              .typed("lock", "other.plan");
          var other = LockFile.parse(study.bytes("other.lock"), "other.lock").orThrow();
          study
              .stamped(authority.stamp(other))
              .without("other.plan", "other.lock")
              .with("root.pem", authority.rootPem())
              .verifiedWith("--tsa-ca", "root.pem");
        });
  }

  private static void forms(CaseCollection all) {
    refused(
        all,
        "refused_by_the_authority",
        1,
        "L321",
        "the reply says that it is a refusal, with a stamp in it all the same",
        StampForger::refusing);
    refused(
        all,
        "with_bytes_behind_it",
        3,
        "L320",
        "two bytes behind the reply",
        StampForger::trailing);
    refused(all, "in_pem", 3, "L320", "the reply as text", StampForger::pem);
    refused(
        all,
        "is_a_web_page",
        3,
        "L320",
        "a server's error page instead of a reply",
        (authority, lock) ->
            StampForger.reply(
                "<!DOCTYPE html><title>502 Bad Gateway</title>"
                    .getBytes(StandardCharsets.US_ASCII)));
    refused(
        all,
        "is_cut",
        3,
        "L320",
        "the last byte of the reply is missing",
        (authority, lock) ->
            authority.changed(lock, reply -> Arrays.copyOf(reply, reply.length - 1)));
    refused(
        all,
        "is_empty",
        3,
        "L320",
        "a reply without a byte",
        (authority, lock) -> StampForger.reply(new byte[0]));
    refused(
        all,
        "of_an_unknown_kind",
        7,
        "L303",
        "evidence of a kind that only a newer version can check",
        (authority, lock) -> new Json.Fields(Map.of("kind", new Json.Text("sundial"))));
    refused(
        all,
        "without_a_reply",
        3,
        "L320",
        "a stamp that has nothing in it",
        (authority, lock) -> new Json.Fields(Map.of("kind", new Json.Text("rfc3161"))));
    all.fail(
        "time_bit_flipped_and_checksum_not",
        3,
        "L302 L325 L351",
        "a bad disk flipped a bit of a stamp; the checksum of the evidence tells it from a forgery",
        study -> {
          var authority = StampForger.authority();
          study.locked();
          study
              .stamped(authority.stamp(study.lock()))
              .with("root.pem", authority.rootPem())
              .verifiedWith("--tsa-ca", "root.pem")
              .edited(RefusedTimeCases::flipped);
        });
  }

  /** Another letter near the end of the reply, which is in its signature. */
  private static String flipped(String text) {
    int start = text.indexOf("\"response\":\"") + "\"response\":\"".length();
    int at = text.indexOf('"', start) - 8;
    char other = text.charAt(at) == 'A' ? 'B' : 'A';
    return text.substring(0, at) + other + text.substring(at + 1);
  }
}
