package org.planlock.lock.time;

import static org.planlock.fuzz.Fuzzed.require;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.Planlock;
import org.planlock.fuzz.Fuzzed;
import org.planlock.fuzz.Seeds;
import org.planlock.lock.FuzzedLock;
import org.planlock.lock.LockFile;
import org.planlock.lock.LockForgery;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Verification;
import org.planlock.lock.proof.Anchors;
import org.planlock.lock.signature.AllowedSigners;

/** Any bytes as the reply of an authority: alone, in a lock, and among the files for strangers. */
class TokenFuzzTest {
  private static final String STUDY = "conformance/time_by_an_authority_ok/";
  private static final PlanLock LOCK =
      LockFile.parse(Seeds.resource(STUDY + "small.lock"), "small.lock").orThrow();
  private static final TrustAnchors ROOT =
      AnchorFiles.parse(Seeds.resource(STUDY + "root.pem"), "root.pem").orThrow();
  private static final TimeVerifier VERIFIER =
      new TimeVerifier(ROOT, InstantSource.fixed(FuzzedLock.NOW), Planlock.RELEASED);
  private static final TimeEvidence HONEST = stamps(LOCK).get(0);
  private static final TimeVerdict SAID = VERIFIER.verify(HONEST, LOCK.sha256(), "small.lock");

  static Stream<Arguments> seeds() {
    return Stream.of(
            "time_by_an_authority_ok",
            "time_by_two_authorities_ok",
            "time_self_asserted_and_not_asked_ok",
            "time_by_a_revoked_certificate_fail",
            "time_by_a_certificate_for_code_fail",
            "time_over_a_sha1_digest_fail",
            "time_refused_by_the_authority_fail")
        .map(study -> "conformance/" + study + "/small.lock")
        .map(path -> LockFile.parse(Seeds.resource(path), path))
        .flatMap(lock -> stamps(lock.orThrow()).stream())
        .map(stamp -> Seeds.seed(stamp.note(), stamp.responseDer()));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void isReadOrRefused(byte[] bytes) {
    Fuzzed.quickly(() -> tryOut(bytes));
  }

  private static void tryOut(byte[] bytes) {
    if (bytes.length > TimeEvidence.MOST_BYTES) {
      return;
    }
    var stamp = TimeEvidence.of(TimeSubject.STATEMENT, bytes, "");
    var verdict = VERIFIER.verify(stamp, LOCK.sha256(), "small.lock");
    Fuzzed.reported(verdict.diagnostics());
    require(verdict.holds() == verdict.level().reaches(TimeLevel.T1), "holds, and does not");
    if (verdict.isTrusted()) {
      // nobody has the authority's key: only what it did sign is ever believed
      require(verdict.token().equals(SAID.token()), "believes a time that nobody stamped");
    }
    standsInALock(stamp, verdict);
    var files = EvidenceFiles.of(List.of(stamp), Map.of(), ROOT);
    require(files.names().contains(EvidenceFiles.README), "no words for strangers");
  }

  private static void standsInALock(TimeEvidence stamp, TimeVerdict verdict) {
    var file = LockForgery.file(LOCK.statement().bytes(), List.of(), List.of(stamp.json()));
    var lock = LockFile.parse(file, "small.lock").orThrow();
    var anchors = new Anchors(AllowedSigners.NONE, ROOT, List.of(), FuzzedLock.NOW);
    var proof = FuzzedLock.prove(lock, new Verification(List.of(), List.of(), "T0"), anchors);
    require(proof.level().equals(verdict.level().name()), "another level in a lock than alone");
  }

  private static List<TimeEvidence> stamps(PlanLock lock) {
    return lock.time().stream().flatMap(json -> TimeEvidence.of(json).stream()).toList();
  }
}
