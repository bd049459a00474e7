package org.planlock.conformance;

import org.planlock.lock.time.StampForger;

/** Since when a lock existed, where its evidence is honest; and where it is less than asked. */
final class TimeCases {
  private TimeCases() {}

  static void into(CaseCollection all) {
    good(all);
    weak(all);
  }

  private static CaseStudy by(CaseStudy study, StampForger authority) {
    study.locked();
    return study.stamped(authority.stamp(study.lock())).with("root.pem", authority.rootPem());
  }

  private static void good(CaseCollection all) {
    all.ok(
        "time_by_an_authority",
        "L332 L351",
        "a stamp by an authority whose root the verifier has",
        study ->
            by(study, StampForger.authority())
                .verifiedWith("--tsa-ca", "root.pem", "--require-time", "T2"));
    all.ok(
        "time_by_two_authorities",
        "L332 L351",
        "stamps by two authorities, both of which the verifier believes",
        study -> {
          var second = StampForger.authority();
          by(study, StampForger.authority());
          study
              .stamped(second.stamp(study.lock()))
              .with("root2.pem", second.rootPem())
              .verifiedWith(
                  "--tsa-ca", "root.pem", "--tsa-ca", "root2.pem", "--require-time", "T3");
        });
    all.ok(
        "time_self_asserted_and_not_asked",
        "L331 L351",
        "a stamp by one's own clock, and nobody asked for more",
        study -> by(study, StampForger.selfMade()).called("verify", CaseStudy.LOCK));
    all.ok(
        "time_by_a_certificate_that_has_expired_since",
        "L332 L333 L351",
        "the certificate was valid when it stamped, and is not any more",
        study ->
            by(study, StampForger.authority().valid("2026-11-01T00:00:00Z", "2026-11-24T00:00:00Z"))
                .verifiedWith("--tsa-ca", "root.pem", "--require-time", "T2"));
  }

  private static void weak(CaseCollection all) {
    all.fail(
        "time_asked_and_none_given",
        4,
        "L312 L351",
        "a trusted time is asked for, the lock has only its own claim",
        study -> study.locked().verifiedWith("--require-time", "T2"));
    all.fail(
        "time_by_a_self_made_authority",
        4,
        "L312 L331 L351",
        "the analyst runs an authority and sets its clock back; the verifier believes another one",
        study -> {
          var honest = StampForger.authority();
          var own = StampForger.selfMade();
          study.locked();
          study
              .stamped(own.at(study.lock(), "2026-11-21T06:00:00Z"))
              .with("root.pem", honest.rootPem())
              .verifiedWith("--tsa-ca", "root.pem", "--require-time", "T2");
        });
    all.fail(
        "time_by_an_authority_that_carries_its_own_root",
        4,
        "L312 L331 L351",
        "the stamp brings along everything that it would take to believe it",
        study ->
            by(study, StampForger.authority())
                .without("root.pem")
                .verifiedWith("--require-time", "T2"));
    all.fail(
        "time_by_one_authority_twice_where_two_are_asked",
        4,
        "L312 L332 L351",
        "two stamps by the same authority are no two witnesses",
        study -> {
          var authority = StampForger.authority();
          by(study, authority);
          study
              .stamped(authority.at(study.lock(), "2026-11-23T12:00:00Z"))
              .verifiedWith("--tsa-ca", "root.pem", "--require-time", "T3");
        });
    all.fail(
        "time_roots_unreadable",
        3,
        "L334",
        "the verifier's own file of roots holds none",
        study ->
            by(study, StampForger.authority())
                .with("root.pem", "no certificate\n")
                .verifiedWith("--tsa-ca", "root.pem"));
  }
}
