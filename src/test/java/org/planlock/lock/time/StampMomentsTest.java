package org.planlock.lock.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.bouncycastle.asn1.x509.CRLReason;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.time.Identity.Wanted;

/** When stamps are of, and whether their certificates counted then, a case each. */
class StampMomentsTest extends StampCases {
  @TestFactory
  List<DynamicTest> everyStampGetsItsVerdict() {
    moments();
    revocations();
    return tests(20, 30);
  }

  private void moments() {
    refused(
        "of 2090",
        Forge.by(
                ROOT.issue(
                    Wanted.stamping("Late").valid("2026-01-01T00:00:00Z", "2099-01-01T00:00:00Z")))
            .but(f -> f.genTime = Instant.parse("2090-01-01T00:00:00Z"))
            .stamp(),
        Rule.TIME_IMPOSSIBLE);
    refused(
        "six minutes ahead",
        Forge.by(TSA).but(f -> f.genTime = CLOCK.instant().plus(Duration.ofMinutes(6))).stamp(),
        Rule.TIME_IMPOSSIBLE);
    trusted(
        "four minutes ahead",
        Forge.by(TSA).but(f -> f.genTime = CLOCK.instant().plus(Duration.ofMinutes(4))).stamp());
    refused(
        "before this program",
        Forge.by(TSA).but(f -> f.genTime = RELEASED.minusSeconds(1)).stamp(),
        Rule.TIME_IMPOSSIBLE);
    trusted("the moment of the release", Forge.by(TSA).but(f -> f.genTime = RELEASED).stamp());
    add(
        "the verifier's clock is wrong",
        Forge.by(TSA).stamp(),
        new TimeVerifier(trusting(ROOT).anchors(), InstantSource.fixed(Instant.EPOCH), RELEASED),
        T0,
        Rule.TIME_IMPOSSIBLE);
    add(
        "expired since",
        Forge.by(
                ROOT.issue(
                    Wanted.stamping("Gone").valid("2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z")))
            .stamp(),
        trusting(ROOT),
        T2,
        UNCHECKED,
        Rule.TIME_SIGNER_EXPIRED_SINCE);
    refused(
        "expired before",
        Forge.by(
                ROOT.issue(
                    Wanted.stamping("Ended").valid("2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z")))
            .stamp(),
        Rule.TIME_SIGNER_NOT_VALID);
    refused(
        "not yet valid",
        Forge.by(
                ROOT.issue(
                    Wanted.stamping("Young").valid("2026-04-01T00:00:00Z", "2027-03-01T00:00:00Z")))
            .stamp(),
        Rule.TIME_SIGNER_NOT_VALID);
    var gone =
        Identity.alone(
            Wanted.signing("Short Root").valid("2020-01-01T00:00:00Z", "2026-03-01T00:00:00Z"));
    add(
        "root ended before",
        Forge.by(gone.issue(Wanted.stamping("Its TSA"))).stamp(),
        trusting(gone),
        T1,
        ALONE);
    var brief =
        ROOT.issue(Wanted.signing("Brief").valid("2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z"));
    add(
        "somebody between ended before",
        Forge.by(brief.issue(Wanted.stamping("Under brief")))
            .but(f -> f.carried.add(certificate(brief)))
            .stamp(),
        trusting(ROOT),
        T1,
        ALONE);
  }

  private void revocations() {
    var tsa = certificate(TSA);
    listed("not revoked", T2, ROOT.emptyList("2026-06-01T00:00:00Z"));
    listed("list older than the stamp", T2, ROOT.emptyList("2026-03-01T00:00:00Z"), UNCHECKED);
    listed("list of another root", T2, OTHER_ROOT.emptyList("2026-06-01T00:00:00Z"), UNCHECKED);
    listed(
        "list that somebody else signed",
        T2,
        Identity.root("Demo Root").emptyList("2026-06-01T00:00:00Z"),
        UNCHECKED);
    listed(
        "revoked before",
        T0,
        ROOT.revoke(tsa, "2026-03-01T00:00:00Z", CRLReason.superseded, "2026-06-01T00:00:00Z"),
        Rule.TIME_SIGNER_REVOKED);
    listed(
        "key stolen later",
        T0,
        ROOT.revoke(tsa, "2026-05-01T00:00:00Z", CRLReason.keyCompromise, "2026-06-01T00:00:00Z"),
        Rule.TIME_SIGNER_REVOKED);
    listed(
        "revoked later for no reason",
        T0,
        ROOT.revoke(tsa, "2026-05-01T00:00:00Z", Identity.NO_REASON, "2026-06-01T00:00:00Z"),
        Rule.TIME_SIGNER_REVOKED);
    listed(
        "closed down later",
        T2,
        ROOT.revoke(
            tsa, "2026-05-01T00:00:00Z", CRLReason.cessationOfOperation, "2026-06-01T00:00:00Z"));
    listed(
        "another one revoked",
        T2,
        ROOT.revoke(
            certificate(BETWEEN),
            "2026-03-01T00:00:00Z",
            CRLReason.keyCompromise,
            "2026-06-01T00:00:00Z"));
    var deep = Forge.by(DEEP).but(f -> f.carried.add(certificate(BETWEEN))).stamp();
    var between =
        ROOT.revoke(
            certificate(BETWEEN),
            "2026-03-01T00:00:00Z",
            CRLReason.keyCompromise,
            "2026-06-01T00:00:00Z");
    add(
        "somebody between revoked",
        deep,
        trusting(List.of(ROOT), between),
        T0,
        Rule.TIME_SIGNER_REVOKED);
    add(
        "revoked on one of two ways",
        deep,
        trusting(List.of(ROOT, BETWEEN), between),
        T2,
        UNCHECKED);
    add(
        "only half of the way covered",
        deep,
        trusting(List.of(ROOT), ROOT.emptyList("2026-06-01T00:00:00Z")),
        T2,
        UNCHECKED);
    add(
        "all of the way covered",
        deep,
        trusting(
            List.of(ROOT),
            ROOT.emptyList("2026-06-01T00:00:00Z"),
            BETWEEN.emptyList("2026-05-01T00:00:00Z")),
        T2);
  }
}
