package org.planlock.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.diagnostic.Rule;

class EvidencedLockFileTest {
  private static final EnvelopeSignature SIGNATURE =
      EnvelopeSignature.of(new byte[] {1, 2, 3}, new byte[] {4, 5, 6});
  private static final Json.Fields STAMP =
      new Json.Fields(Map.of("kind", new Json.Text("rfc3161"), "note", new Json.Text("a clock")));
  private static final PlanLock LOCK = Locks.lock().signed(SIGNATURE).stamped(STAMP);

  @Test
  void readsBackExactlyWhatItWrote() {
    var read = LockFile.parse(LockFile.bytes(LOCK), "small.lock").orThrow();
    assertThat(read.signatures()).containsExactly(SIGNATURE);
    assertThat(read.time()).containsExactly(STAMP);
    assertThat(LockFile.bytes(read)).isEqualTo(LockFile.bytes(LOCK));
  }

  @Test
  void isTheSameLockWithAndWithoutEvidence() {
    assertThat(LOCK.sha256()).isEqualTo(Locks.lock().sha256());
    assertThat(new String(LockFile.bytes(Locks.lock()), StandardCharsets.UTF_8))
        .doesNotContain("evidenceSha256");
  }

  @Test
  void acceptsNoFlippedBitAndNoTruncation() {
    var bytes = LockFile.bytes(LOCK);
    assertThat(
            Damage.accepted(
                "bits of a signed and stamped lock",
                Damage.everyBit(bytes),
                changed -> LockFile.parse(changed.bytes(), "small.lock").isSound()))
        .isZero();
    assertThat(
            Damage.accepted(
                "beginnings of a signed and stamped lock",
                Damage.everyTruncation(bytes),
                changed -> LockFile.parse(changed.bytes(), "small.lock").isSound()))
        .isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a clock | a glock",
        "\"evidenceSha256\":\" | \"evidenceSha256\":\"0",
        "\"keyid\" | \"keyId\"",
        "\"time\":[{ | \"time\":[1,{",
        "\"time\":[{ | \"time\":{\"a\":[{"
      })
  void namesTheDamage(String from, String to) {
    var text = new String(LockFile.bytes(LOCK), StandardCharsets.UTF_8).replace(from, to);
    var read = LockFile.parse(text.getBytes(StandardCharsets.UTF_8), "small.lock");
    assertThat(read.diagnostics()).extracting(d -> d.rule()).containsExactly(Rule.LOCK_DAMAGED);
  }

  @Test
  void refusesMoreStampsThanAnyLockGets() {
    var most = Collections.nCopies(PlanLock.MOST_STAMPS, STAMP);
    var lock = new PlanLock(Locks.lock().statement(), Collections.emptyList(), most);
    assertThat(LockFile.parse(LockFile.bytes(lock), "small.lock").isSound()).isTrue();
    var more = LockFile.bytes(lock.stamped(STAMP));
    assertThat(LockFile.parse(more, "small.lock").isSound()).isFalse();
  }
}
