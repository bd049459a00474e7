package org.planlock.lock.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planlock.lock.ledger.Bodies.amendment;
import static org.planlock.lock.ledger.Bodies.beginning;
import static org.planlock.lock.ledger.Bodies.lock;
import static org.planlock.lock.seal.Records.ledger;
import static org.planlock.lock.seal.Trial.LOCK;
import static org.planlock.lock.seal.Trial.NOON;
import static org.planlock.lock.seal.Trial.OTHER_LOCK;
import static org.planlock.lock.seal.Trial.emergency;
import static org.planlock.lock.seal.Trial.release;
import static org.planlock.lock.seal.Trial.rules;
import static org.planlock.lock.seal.Trial.utf8;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.diagnostic.Rule;
import org.planlock.diagnostic.Severity;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.Bodies;
import org.planlock.lock.ledger.Ledger;
import org.planlock.lock.ledger.LedgerFolder;
import org.planlock.lock.ledger.LedgerReader;
import org.planlock.lock.ledger.LedgerStep;
import org.planlock.lock.ledger.LedgerWriter;
import org.planlock.lock.ledger.LockCopy;
import org.planlock.lock.ledger.entry.LockedPlan;
import org.planlock.lock.ledger.entry.Locking;
import org.planlock.lock.ledger.entry.Release;
import org.planlock.lock.ledger.entry.Timing;

class ReleasePolicyTest {
  @TempDir Path folder;

  @Test
  void grantsTheFirstReleaseForTheLockInForce() {
    var ruling = rule(ledger(beginning(), lock(LOCK)), release().entry());
    assertThat(ruling.step()).contains(LedgerStep.of(release().entry()));
    assertThat(ruling.isRefused()).isFalse();
    assertThat(ruling.isDoneAlready()).isFalse();
    assertThat(ruling.diagnostics()).isEmpty();
  }

  @Test
  void doesNothingTheSecondTimeAndSaysSo() {
    var ruling = rule(ledger(beginning(), lock(LOCK), release().entry()), release().entry());
    assertThat(ruling.isDoneAlready()).isTrue();
    assertThat(ruling.isRefused()).isFalse();
    assertThat(rules(ruling.diagnostics())).containsExactly(Rule.RELEASED_ALREADY);
    assertThat(ruling.diagnostics().get(0).message())
        .isEqualTo("this was released for the same lock already, at seq 2");
    assertThat(ruling.diagnostics().get(0).severity()).isEqualTo(Severity.NOTE);
  }

  @Test
  void refusesASecondReleaseForAnotherLock() {
    var amended = amendment(LOCK, OTHER_LOCK, Timing.UNKNOWN);
    var ruling =
        rule(ledger(beginning(), lock(LOCK), release().entry(), amended), released(OTHER_LOCK));
    assertThat(ruling.isRefused()).isTrue();
    assertThat(ruling.step()).isEmpty();
    assertThat(rules(ruling.diagnostics())).containsExactly(Rule.RELEASED_FOR_OTHER_LOCK);
    assertThat(ruling.diagnostics().get(0).helps()).hasSize(1);
  }

  @Test
  void refusesALockThatWasAmended() {
    var ledger = ledger(beginning(), lock(LOCK), amendment(LOCK, OTHER_LOCK, Timing.BEFORE_DATA));
    var ruling = rule(ledger, release().entry());
    assertThat(rules(ruling.diagnostics())).containsExactly(Rule.RELEASE_REFUSED);
    assertThat(ruling.diagnostics().get(0).message()).isEqualTo("this lock was amended, at seq 2");
    assertThat(rule(ledger, released(OTHER_LOCK)).step()).isPresent();
  }

  @Test
  void refusesALockThatTheLedgerDoesNotKnow() {
    var ledger = ledger(beginning());
    assertThat(rules(rule(ledger, release().entry()).diagnostics()))
        .containsExactly(Rule.RELEASE_REFUSED);
    assertThat(rules(rule(ledger, emergency("s02").entry()).diagnostics()))
        .containsExactly(Rule.RELEASE_REFUSED);
  }

  @Test
  void grantsEveryEmergencyAndNeverTakesOneForARelease() {
    var ledger =
        ledger(
            beginning(),
            lock(LOCK),
            emergency("s02").entry(),
            amendment(LOCK, OTHER_LOCK, Timing.BEFORE_DATA));
    assertThat(rule(ledger, emergency("s02").entry()).step()).isPresent();
    assertThat(rule(ledger, emergency("s03").entry()).step()).isPresent();
    assertThat(rule(ledger, released(OTHER_LOCK)).step()).isPresent();
    var after = ledger(beginning(), lock(LOCK), release().entry());
    assertThat(rule(after, emergency("s03").entry()).step()).isPresent();
  }

  @Test
  void letsASecondSealedTableBeReleasedForTheSameLock() {
    var other =
        new Release(
            LOCK,
            Bodies.digest("outcome"),
            Bodies.digest("file"),
            release().statement().head(),
            Optional.empty());
    assertThat(rule(ledger(beginning(), lock(LOCK), other), release().entry()).step()).isPresent();
  }

  @Test
  void isKeptByWhoeverWrites() {
    var study = LedgerFolder.ofStudy(folder);
    var writer = LedgerWriter.of(study, () -> NOON, "pharmacy");
    writer.begin(Bodies.STUDY).orThrow();
    lockIn(writer, LOCK, "ketamine");
    lockIn(writer, OTHER_LOCK, "another");
    var seen = LedgerReader.read(study.ledger()).orThrow().head();
    var policy = ReleasePolicy.of("ledger.jsonl");
    var release = Records.release(LOCK, seen);
    assertThat(writer.decide(policy.decision(release)).orThrow().entry().body())
        .isEqualTo(release.entry());
    assertThat(rules(writer.decide(policy.decision(release))))
        .containsExactly(Rule.RELEASED_ALREADY);
    assertThat(rules(writer.decide(policy.decision(Records.release(OTHER_LOCK, seen)))))
        .containsExactly(Rule.RELEASED_FOR_OTHER_LOCK);
    assertThat(writer.append(Records.release(OTHER_LOCK, seen).entry()).isSound()).isFalse();
    assertThat(LedgerReader.read(study.ledger()).orThrow().entries()).hasSize(4);
    var elsewhere = Records.release(LOCK, Trial.release().statement().head());
    assertThat(writer.append(elsewhere.entry()).isSound()).isFalse();
  }

  private static void lockIn(LedgerWriter writer, Sha256 lock, String plan) {
    var copy = LockCopy.of(utf8("{\"lock\":\"" + lock.hex() + "\"}\n"));
    var locked = new LockedPlan(lock, copy.digest(), plan, Optional.empty());
    writer.append(LedgerStep.of(new Locking(locked), copy)).orThrow();
  }

  private static Release released(Sha256 lock) {
    return Records.release(lock, release().statement().head()).entry();
  }

  private static ReleaseRuling rule(Ledger ledger, Release release) {
    return ReleasePolicy.of("ledger.jsonl").rule(ledger.state(), release);
  }
}
