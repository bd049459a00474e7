package org.planlock.lock.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.tsp.Accuracy;
import org.junit.jupiter.api.Test;
import org.planlock.lock.time.Identity.Wanted;

/** What several stamps prove together. */
class TimeProofTest {
  private static final Identity ROOT_A = Identity.root("Root A");
  private static final Identity ROOT_B = Identity.root("Root B");
  private static final Identity A = ROOT_A.issue(Wanted.stamping("TSA A"));
  private static final Identity A2 = ROOT_A.issue(Wanted.stamping("TSA A2"));
  private static final Identity B = ROOT_B.issue(Wanted.stamping("TSA B"));
  private static final Identity SELF = Identity.alone(Wanted.stamping("Self"));
  private static final String MARCH = "2026-03-01T00:00:00Z";
  private static final String APRIL = "2026-04-01T00:00:00Z";
  private static final String MAY = "2026-05-01T00:00:00Z";

  @Test
  void isNothingWithoutAStampThatHolds() {
    assertThat(proof(List.of())).isEqualTo(nothing(TimeLevel.T0, Optional.empty()));
    var other = stamp(A, MARCH, f -> f.imprinted = new byte[0]);
    assertThat(proof(List.of(ROOT_A), other)).isEqualTo(nothing(TimeLevel.T0, Optional.empty()));
  }

  @Test
  void isSelfAssertedWithoutAnAnchor() {
    assertThat(proof(List.of(ROOT_B), stamp(A, APRIL), stamp(SELF, MARCH)))
        .isEqualTo(nothing(TimeLevel.T1, Optional.of(Instant.parse(MARCH))));
  }

  @Test
  void takesTheEarliestThatIsTrustedWhateverOthersAssert() {
    var proof = proof(List.of(ROOT_A), stamp(A, MAY), stamp(SELF, MARCH), stamp(A, APRIL));
    assertThat(proof.level()).isEqualTo(TimeLevel.T2);
    assertThat(proof.noLaterThan()).contains(Instant.parse(APRIL));
    assertThat(proof.noLaterThanByTwo()).isEmpty();
    assertThat(proof.asserted()).contains(Instant.parse(MARCH));
  }

  @Test
  void addsWhatTheAuthoritySaysOfItsAccuracy() {
    var rough =
        stamp(
            A, MARCH, f -> f.accuracy = Optional.of(new Accuracy(new ASN1Integer(60), null, null)));
    assertThat(proof(List.of(ROOT_A), rough).noLaterThan())
        .contains(Instant.parse("2026-03-01T00:01:00Z"));
  }

  @Test
  void needsTwoThatHaveNothingInCommon() {
    var two = proof(List.of(ROOT_A, ROOT_B), stamp(A, MARCH), stamp(B, MAY), stamp(B, APRIL));
    assertThat(two.level()).isEqualTo(TimeLevel.T3);
    assertThat(two.noLaterThan()).contains(Instant.parse(MARCH));
    assertThat(two.noLaterThanByTwo()).contains(Instant.parse(APRIL));
    assertThat(level(List.of(ROOT_A), stamp(A, MARCH), stamp(A, APRIL))).isEqualTo(TimeLevel.T2);
    assertThat(level(List.of(ROOT_A), stamp(A, MARCH), stamp(A2, APRIL))).isEqualTo(TimeLevel.T2);
    // an authority given by itself has its root in common with the other all the same
    assertThat(level(List.of(ROOT_A, A2), stamp(A, MARCH), stamp(A2, APRIL)))
        .isEqualTo(TimeLevel.T2);
    assertThat(level(List.of(A, A2), stamp(A, MARCH), stamp(A2, APRIL))).isEqualTo(TimeLevel.T3);
  }

  @Test
  void countsOneKeyOnceWhateverItsCertificates() {
    var sameKey = ROOT_B.issue(Wanted.stamping("TSA A elsewhere"), A.keys());
    assertThat(level(List.of(ROOT_A, ROOT_B), stamp(A, MARCH), stamp(sameKey, MARCH)))
        .isEqualTo(TimeLevel.T2);
  }

  @Test
  void levelsHaveAnOrder() {
    assertThat(TimeLevel.values()).isSorted();
    assertThat(TimeLevel.T2.reaches(TimeLevel.T2)).isTrue();
    assertThat(TimeLevel.T1.reaches(TimeLevel.T2)).isFalse();
    assertThat(TimeLevel.T3.words()).contains("two independent");
  }

  private static TimeProof nothing(TimeLevel level, Optional<Instant> asserted) {
    return new TimeProof(level, Optional.empty(), Optional.empty(), asserted);
  }

  private static TimeLevel level(List<Identity> anchors, TimeEvidence... stamps) {
    return proof(anchors, stamps).level();
  }

  private static TimeProof proof(List<Identity> anchors, TimeEvidence... stamps) {
    var certificates = anchors.stream().map(Identity::certificate).toList();
    var verifier =
        new TimeVerifier(
            new TrustAnchors(certificates, List.of()), StampCases.CLOCK, StampCases.RELEASED);
    return TimeProof.of(
        Arrays.stream(stamps).map(stamp -> verifier.verify(stamp, Forge.CONTENT, "x")).toList());
  }

  private static TimeEvidence stamp(Identity by, String when) {
    return stamp(by, when, f -> {});
  }

  private static TimeEvidence stamp(Identity by, String when, Forge.Change change) {
    return Forge.by(by).but(f -> f.genTime = Instant.parse(when)).but(change).stamp();
  }
}
