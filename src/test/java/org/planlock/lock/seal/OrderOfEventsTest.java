package org.planlock.lock.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planlock.lock.ledger.Bodies.amendment;
import static org.planlock.lock.ledger.Bodies.beginning;
import static org.planlock.lock.ledger.Bodies.lock;
import static org.planlock.lock.ledger.Bodies.start;
import static org.planlock.lock.seal.Records.checked;
import static org.planlock.lock.seal.Records.ledger;
import static org.planlock.lock.seal.Records.unblinding;
import static org.planlock.lock.seal.Trial.LOCK;
import static org.planlock.lock.seal.Trial.NOON;
import static org.planlock.lock.seal.Trial.OTHER_LOCK;
import static org.planlock.lock.seal.Trial.emergency;
import static org.planlock.lock.seal.Trial.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.ledger.Bodies;
import org.planlock.lock.ledger.Ledger;
import org.planlock.lock.ledger.entry.EntryBody;
import org.planlock.lock.ledger.entry.Timing;
import org.planlock.lock.merkle.TreeHead;

class OrderOfEventsTest {
  private static final Ledger BEFORE = ledger(beginning(), lock(LOCK));
  private static final CustodianRelease RELEASE = Records.release(LOCK, BEFORE.head());
  private static final ResultHashes RESULT = new ResultHashes(LOCK, Optional.of(RELEASE.sha256()));
  private static final TrustedTimes ORDERED = new TrustedTimes(NOON, NOON.plusSeconds(1));

  @Test
  void isOrderedByHashWhereACustodianStandsBetween() {
    var all =
        ledger(
            beginning(),
            lock(LOCK),
            RELEASE.entry(),
            unblinding(LOCK, Optional.of(RELEASE.entry())),
            start(LOCK));
    var order = OrderOfEvents.of(released().with(RESULT).with(all));
    assertThat(order.verdict()).isEqualTo(OrderVerdict.ORDERED_BY_HASH);
    assertThat(order.diagnostics()).isEmpty();
    assertThat(order.sentences())
        .containsExactly(
            "The plan was locked before the data were released, and the result came after both:"
                + " the release that pharmacy signed names this lock, and the result names lock"
                + " and release. Nobody can name what does not exist yet."
                + " This says nothing of what anybody knew by other ways.");
    assertThat(OrderOfEvents.of(released().with(RESULT)).verdict())
        .isEqualTo(OrderVerdict.ORDERED_BY_HASH);
  }

  @Test
  void isNotProvenWithoutACustodianAndSaysSoPlainly() {
    var order =
        OrderOfEvents.of(
            OrderEvidence.of(LOCK).with(BEFORE).with(new ResultHashes(LOCK, Optional.empty())));
    assertThat(order.verdict()).isEqualTo(OrderVerdict.NOT_PROVEN);
    assertThat(order.sentences())
        .containsExactly(
            "The order of lock and outcome is not proven; that is no sign of anything done wrong.",
            "No custodian held the data back: whoever locked the plan could also read the outcome,"
                + " and only they can say when they did.",
            "Somebody else who seals the data, or attests when they could first be read, would"
                + " prove it.");
  }

  @Test
  void isNotProvenByAReleaseThatDoesNotHold() {
    var unsigned = checked(CustodianRelease.unsigned(RELEASE.statement()));
    var order = OrderOfEvents.of(OrderEvidence.of(LOCK).with(unsigned).with(RESULT));
    assertThat(order.verdict()).isEqualTo(OrderVerdict.CONTRADICTED);
    var unsignedResult = new ResultHashes(LOCK, Optional.of(unsigned.release().sha256()));
    var named = OrderOfEvents.of(OrderEvidence.of(LOCK).with(unsigned).with(unsignedResult));
    assertThat(named.verdict()).isEqualTo(OrderVerdict.NOT_PROVEN);
    assertThat(named.sentences())
        .contains("There is a release, but it does not hold: nobody signed this release.");
  }

  @Test
  void isNotProvenByHalfOfTheEvidence() {
    var noResult = OrderOfEvents.of(released());
    assertThat(noResult.verdict()).isEqualTo(OrderVerdict.NOT_PROVEN);
    assertThat(noResult.sentences())
        .contains(
            "The release that pharmacy signed names this lock, so the plan was locked before it.",
            "There is no result yet that names the release.");
    var silent = OrderOfEvents.of(released().with(new ResultHashes(LOCK, Optional.empty())));
    assertThat(silent.verdict()).isEqualTo(OrderVerdict.NOT_PROVEN);
    assertThat(silent.sentences())
        .contains("The result does not name the release, so it may have come before it.");
    var one = OrderOfEvents.of(OrderEvidence.of(LOCK).with(checked(emergency("s02"))));
    assertThat(one.verdict()).isEqualTo(OrderVerdict.NOT_PROVEN);
    assertThat(one.sentences())
        .contains("The release at hand opens one participant alone, in an emergency.");
  }

  @Test
  void isNotProvenWhereTheOutcomeWasKnownWithoutARelease() {
    var known = ledger(beginning(), lock(LOCK), unblinding(LOCK, Optional.empty()));
    for (var evidence :
        new OrderEvidence[] {
          released().with(RESULT).with(known), OrderEvidence.of(LOCK).with(ORDERED).with(known)
        }) {
      var order = OrderOfEvents.of(evidence);
      assertThat(order.verdict()).isEqualTo(OrderVerdict.NOT_PROVEN);
      assertThat(order.sentences())
          .contains("The ledger says that the outcome was known without a release.");
    }
  }

  @Test
  void isOrderedByTimesThatLeaveOneOrder() {
    var order = OrderOfEvents.of(OrderEvidence.of(LOCK).with(ORDERED));
    assertThat(order.verdict()).isEqualTo(OrderVerdict.ORDERED_BY_TRUSTED_TIME);
    assertThat(order.sentences())
        .containsExactly(
            "The plan was locked at the latest on 2026-03-02T12:00:00Z, and nobody who analyses can"
                + " have known the outcome before 2026-03-02T12:00:01Z, as people outside attest."
                + " This is as good as their word, and says nothing of what anybody knew by other"
                + " ways.");
    assertThat(OrderOfEvents.of(released().with(RESULT).with(ORDERED)).verdict())
        .isEqualTo(OrderVerdict.ORDERED_BY_HASH);
    var open = OrderOfEvents.of(OrderEvidence.of(LOCK).with(new TrustedTimes(NOON, NOON)));
    assertThat(open.verdict()).isEqualTo(OrderVerdict.NOT_PROVEN);
    assertThat(open.sentences()).anyMatch(said -> said.contains("leave both orders open"));
  }

  @Test
  void isContradictedByWhatStandsBeforeTheLock() {
    assertContradicted(
        "the data were unblinded before this lock was made",
        unblinding(OTHER_LOCK, Optional.of(RELEASE.entry())),
        lock(LOCK));
    assertContradicted(
        "the data were analysed before this lock was made",
        lock(OTHER_LOCK),
        start(OTHER_LOCK),
        amendment(OTHER_LOCK, LOCK, Timing.UNKNOWN));
    assertContradicted(
        "the data were released before this lock was made", RELEASE.entry(), lock(LOCK));
    assertContradicted(
        "the data were released for another lock",
        lock(OTHER_LOCK),
        Records.release(OTHER_LOCK, BEFORE.head()).entry(),
        lock(LOCK));
  }

  private static void assertContradicted(String message, EntryBody... after) {
    var bodies = Stream.concat(Stream.of(beginning()), Stream.of(after)).toArray(EntryBody[]::new);
    var order = OrderOfEvents.of(OrderEvidence.of(LOCK).with(ledger(bodies)).with(ORDERED));
    assertThat(order.verdict()).isEqualTo(OrderVerdict.CONTRADICTED);
    assertThat(rules(order.diagnostics())).containsExactly(Rule.ORDER_CONTRADICTED);
    assertThat(order.diagnostics().get(0).message()).isEqualTo(message);
    assertThat(order.sentences()).contains("It says: " + message + ".");
  }

  @Test
  void isContradictedByHashesOfOtherThings() {
    var other = new ResultHashes(OTHER_LOCK, RESULT.release());
    assertThat(OrderOfEvents.of(released().with(other)).diagnostics().get(0).message())
        .isEqualTo("the result is that of another lock");
    var otherRelease = new ResultHashes(LOCK, Optional.of(Bodies.digest("another release")));
    assertThat(OrderOfEvents.of(released().with(otherRelease)).diagnostics().get(0).message())
        .isEqualTo("the result names another release than the one at hand");
    var forOther = checked(Records.release(OTHER_LOCK, BEFORE.head()));
    var order = OrderOfEvents.of(OrderEvidence.of(LOCK).with(forOther));
    assertThat(order.verdict()).isEqualTo(OrderVerdict.CONTRADICTED);
    assertThat(order.diagnostics().get(0).message())
        .isEqualTo("the custodian released the data for another lock");
  }

  @Test
  void isNotContradictedByAReleaseThatAnybodyCouldHaveWritten() {
    var forged =
        checked(CustodianRelease.unsigned(Records.release(OTHER_LOCK, BEFORE.head()).statement()));
    assertThat(OrderOfEvents.of(OrderEvidence.of(LOCK).with(forged)).verdict())
        .isEqualTo(OrderVerdict.NOT_PROVEN);
  }

  @Test
  void isContradictedByALedgerThatTheCustodianDidNotSee() {
    var rewritten = ledger(beginning(), lock(LOCK), lock(OTHER_LOCK));
    var other = checked(Records.release(LOCK, new TreeHead(2, Bodies.digest("another"))));
    assertThat(message(OrderEvidence.of(LOCK).with(other).with(rewritten)))
        .isEqualTo("the ledger was written anew after the release");
    var longer = checked(Records.release(LOCK, rewritten.head()));
    assertThat(message(OrderEvidence.of(LOCK).with(longer).with(BEFORE)))
        .isEqualTo("entries that the custodian saw are missing from the ledger");
  }

  private static String message(OrderEvidence evidence) {
    var order = OrderOfEvents.of(evidence);
    assertThat(order.verdict()).isEqualTo(OrderVerdict.CONTRADICTED);
    return order.diagnostics().get(0).message();
  }

  @Test
  void tellsOfEmergencies() {
    var ledger =
        ledger(
            beginning(),
            emergency("s03").entry(),
            lock(LOCK),
            emergency("s02").entry(),
            emergency("s02").entry());
    assertThat(OrderOfEvents.of(OrderEvidence.of(LOCK).with(ledger)).sentences())
        .contains(
            "In an emergency the data of 2 participants were opened alone; the ledger gives the"
                + " reasons.");
    var one = ledger(beginning(), lock(LOCK), emergency("s02").entry());
    assertThat(OrderOfEvents.of(OrderEvidence.of(LOCK).with(one)).sentences())
        .anyMatch(said -> said.startsWith("In an emergency the data of 1 participant were"));
  }

  @Test
  void saysNothingOfLocksThatTheLedgerDoesNotKnow() {
    var order = OrderOfEvents.of(OrderEvidence.of(OTHER_LOCK).with(BEFORE));
    assertThat(order.verdict()).isEqualTo(OrderVerdict.NOT_PROVEN);
  }

  @Test
  void neverSpeaksOfHonesty() {
    Stream.of(
            released().with(RESULT),
            released(),
            OrderEvidence.of(LOCK),
            OrderEvidence.of(LOCK).with(ORDERED))
        .flatMap(evidence -> OrderOfEvents.of(evidence).sentences().stream())
        .forEach(
            said ->
                assertThat(said.toLowerCase(Locale.ROOT))
                    .doesNotContain("honest", "fraud", "guarantee", "trustworthy"));
  }

  private static OrderEvidence released() {
    return OrderEvidence.of(LOCK).with(checked(RELEASE));
  }
}
