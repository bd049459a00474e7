package org.planlock.lock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A statement is what its parts say, and is written in one form. */
class StatementTest {
  private static final Statement ONE = Locks.lock().statement();

  @Test
  void equalPartsMakeEqualStatements() {
    var same = new Statement(ONE.plan(), ONE.files(), ONE.tables(), ONE.provenance());
    assertThat(same).isEqualTo(ONE).hasSameHashCodeAs(ONE).isNotSameAs(ONE);
    assertThat(ONE.superseding(new Supersession(ONE.sha256(), "a reason"))).isNotEqualTo(ONE);
    assertThat(ONE).isNotEqualTo("statement").isNotEqualTo(null);
  }

  @Test
  void whatIsWrittenCannotBeChangedThroughItsBytes() {
    var bytes = ONE.bytes();
    bytes[0]++;
    assertThat(ONE.bytes()).isNotEqualTo(bytes);
    assertThat(Sha256.of(ONE.bytes())).isEqualTo(ONE.sha256());
  }

  @Test
  void isCalledByItsPlanAlone() {
    assertThat(ONE).hasToString("statement of plan " + ONE.planId());
  }
}
