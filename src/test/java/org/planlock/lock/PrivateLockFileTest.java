package org.planlock.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Rule;

class PrivateLockFileTest {
  private static final Concealment MEANS =
      new Concealment(Salt.of(new byte[32]), Sha256.of(new byte[] {7}));

  private static final PlanLock PRIVATE = new PlanLock(Locks.lock().statement().concealedBy(MEANS));

  @Test
  void readsBackExactlyWhatItWrote() {
    var read = LockFile.parse(LockFile.bytes(PRIVATE), "small.lock").orThrow();
    assertThat(read.statement().concealment()).contains(MEANS);
    assertThat(LockFile.bytes(read)).isEqualTo(LockFile.bytes(PRIVATE));
    assertThat(read.planDigest()).isEqualTo(Locks.lock().planDigest());
  }

  @Test
  void namesSaltAndRootInThePredicate() {
    assertThat(new String(PRIVATE.statement().bytes(), StandardCharsets.UTF_8))
        .contains(",\"fieldsRoot\":\"" + MEANS.fieldsRoot().hex() + "\",\"files\":")
        .contains(",\"salt\":\"" + "0".repeat(64) + "\",\"schema\":1,");
  }

  @Test
  void givesOnePlanAsManyDigestsAsThereAreSalts() {
    var other =
        Locks.lock().statement().concealedBy(new Concealment(Salt.fresh(), MEANS.fieldsRoot()));
    assertThat(other.sha256()).isNotEqualTo(PRIVATE.sha256()).isNotEqualTo(Locks.lock().sha256());
    assertThat(other.planDigest()).isEqualTo(PRIVATE.planDigest());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ketamine-ptsd", "diabetes"})
  void leavesPublicLocksAsTheyWere(String study) throws IOException {
    var file = Path.of("examples", study, study + ".lock");
    var lock = LockFile.read(file).orThrow();
    assertThat(lock.statement().concealment()).isEmpty();
    assertThat(LockFile.bytes(lock)).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void acceptsNoFlippedLowBit() {
    acceptsNoFlippedBit(8);
  }

  @Test
  @Tag("thorough")
  void acceptsNoFlippedBit() {
    acceptsNoFlippedBit(1);
  }

  private static void acceptsNoFlippedBit(int step) {
    var bytes = LockFile.bytes(PRIVATE);
    assertThat(Damage.everyBit(bytes, step))
        .noneMatch(changed -> LockFile.parse(changed.bytes(), "small.lock").isSound());
  }

  @Test
  void acceptsNoTruncation() {
    var bytes = LockFile.bytes(PRIVATE);
    assertThat(Damage.everyTruncation(bytes))
        .noneMatch(cut -> LockFile.parse(cut.bytes(), "small.lock").isSound());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"salt\":\"0 | \"salt\":\"00",
        "\"salt\":\"0 | \"salt\":\"A",
        "\"salt\":\" | \"salz\":\"",
        "\"fieldsRoot\":\" | \"fieldsRoot\":\"0",
        "\"fieldsRoot\" | \"fieldRoots\"",
      })
  void refusesHalfAConcealmentWhoseDigestWasForgedToo(String from, String to) {
    assertThat(restated(from, to).diagnostics())
        .extracting(d -> d.rule())
        .containsExactly(Rule.STATEMENT_NOT_CANONICAL);
  }

  @Test
  void isAnotherLockWithAnotherSalt() {
    var other = restated("\"salt\":\"0", "\"salt\":\"1").orThrow();
    assertThat(other.sha256()).isNotEqualTo(PRIVATE.sha256());
    assertThat(other.statement().concealment().map(Concealment::salt))
        .isEqualTo(Optional.of(new Salt("1" + "0".repeat(63))));
  }

  private static Checked<PlanLock> restated(String from, String to) {
    var old = PRIVATE.statement().bytes();
    var text = new String(old, StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    var forged = text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    var file =
        new String(LockFile.bytes(PRIVATE), StandardCharsets.UTF_8)
            .replace(
                Base64.getEncoder().encodeToString(old), Base64.getEncoder().encodeToString(forged))
            .replace(Sha256.of(old).hex(), Sha256.of(forged).hex());
    return LockFile.parse(file.getBytes(StandardCharsets.UTF_8), "small.lock");
  }
}
