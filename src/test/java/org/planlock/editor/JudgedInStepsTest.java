package org.planlock.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JudgedInStepsTest {
  private static final String TEXT =
      """
      plan "x" language 1 { title "x" }
      data {
        table t from "t.tsv" key participant_id
        column a in t number 0 .. 9 unit points
      }
      outcome y = a unit points
      model m { outcome y  terms b }
      penalty none { standardize no }
      """;

  private final Draft draft = Typed.in("x.plan", TEXT).draft();

  @Test
  void stepsDoNotChangeWhatIsFound() {
    assertThat(draft.judged(() -> {}).findings())
        .isNotEmpty()
        .hasSameSizeAs(draft.judged().findings());
  }

  @Test
  void eachStepCanBeTheLast() {
    var steps = new AtomicInteger();
    assertThat(draft.judged(steps::incrementAndGet).meaning()).isPresent();
    int last = steps.get();
    assertThat(last).isGreaterThan(2);
    for (int stop = 1; stop <= last; stop++) {
      var left = new AtomicInteger(stop);
      assertThatThrownBy(() -> draft.judged(() -> stopAt(left)))
          .isInstanceOf(CancellationException.class);
      assertThat(left).hasValue(0);
    }
  }

  private static void stopAt(AtomicInteger left) {
    if (left.decrementAndGet() == 0) {
      throw new CancellationException();
    }
  }
}
