package org.planlock.lock.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.planlock.lock.Damage;
import org.planlock.lock.time.Identity.Wanted;

/** Stamps with flipped bits and cut ends: no exception, and nothing believed that was not said. */
class DamagedStampTest {
  private static final Identity ROOT = Identity.root("Demo Root");
  private static final Identity BETWEEN = ROOT.issue(Wanted.signing("Demo Between"));
  private static final Identity TSA = BETWEEN.issue(Wanted.stamping("Demo TSA"));
  private static final BigInteger NONCE = BigInteger.valueOf(0x1234_5678_9ABCL);
  private static final byte[] QUERY =
      StampCases.query("SHA-256", Forge.CONTENT.bytes(), NONCE, Forge.POLICY);
  private static final byte[] REPLY =
      Forge.by(TSA)
          .but(f -> f.carried.add(BETWEEN.certificate()))
          .but(f -> f.nonce = Optional.of(NONCE))
          .response();
  private static final TimeVerifier VERIFIER =
      new TimeVerifier(
          new TrustAnchors(List.of(ROOT.certificate()), List.of()),
          StampCases.CLOCK,
          StampCases.RELEASED);
  private static final TimeToken SAID = verdict(QUERY, REPLY).token().orElseThrow();

  @Test
  void believesNoTenthOfTheFlippedBits() {
    believesNothingElse(Damage.everyBit(REPLY, 10));
  }

  @Test
  @Tag("thorough")
  void believesNoFlippedBit() {
    believesNothingElse(Damage.everyBit(REPLY));
  }

  @Test
  void believesNoBeginning() {
    assertThat(Damage.everyTruncation(REPLY))
        .allSatisfy(cut -> assertThat(verdict(QUERY, cut.bytes()).level()).isEqualTo(TimeLevel.T0));
  }

  @Test
  void believesNoFlippedBitOfTheQuery() {
    assertThat(Damage.everyBit(QUERY))
        .allSatisfy(
            flipped -> {
              var verdict = verdict(flipped.bytes(), REPLY);
              // whether a certificate was asked for says nothing of the reply
              assertThat(verdict.isTrusted()).as(flipped.what()).isEqualTo(isSame(flipped.bytes()));
            });
  }

  private static boolean isSame(byte[] query) {
    try {
      var read = RequestCheck.read(query);
      return NONCE.equals(read.getNonce())
          && read.getReqPolicy() != null
          && read.getReqPolicy().getId().equals(Forge.POLICY)
          && java.util.Arrays.equals(read.getMessageImprintDigest(), Forge.CONTENT.bytes())
          && read.getMessageImprintAlgOID().getId().equals("2.16.840.1.101.3.4.2.1");
    } catch (Exception e) {
      return false;
    }
  }

  private static void believesNothingElse(Stream<Damage.Damaged> damaged) {
    var believed = new TreeSet<String>();
    var tried = new AtomicLong();
    damaged.forEach(
        one -> {
          tried.incrementAndGet();
          var verdict = verdict(QUERY, one.bytes());
          if (verdict.isTrusted()) {
            believed.add(one.what());
            // only what nobody signed may differ, and that says nothing
            assertThat(verdict.token()).as(one.what()).contains(SAID);
          } else if (verdict.holds()) {
            assertThat(verdict.token().orElseThrow().genTime()).isEqualTo(SAID.genTime());
          }
        });
    assertThat(believed).as("bits that do not count").hasSizeLessThan(60);
    System.out.println(
        "damage: bits of a token: "
            + tried
            + " tried, 0 believed to say anything else, "
            + believed.size()
            + " in what nobody signed, which say nothing");
  }

  private static TimeVerdict verdict(byte[] query, byte[] reply) {
    return VERIFIER.verify(
        TimeEvidence.of(TimeSubject.STATEMENT, query, reply, ""), Forge.CONTENT, "x");
  }
}
