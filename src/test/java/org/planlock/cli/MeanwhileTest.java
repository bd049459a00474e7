package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MeanwhileTest {
  @Test
  void the_result_is_that_of_the_work() {
    assertThat(Meanwhile.begin(() -> 6 * 7).result()).isEqualTo(42);
  }

  @Test
  void a_failure_is_that_of_the_work() {
    assertThatThrownBy(Meanwhile.begin(MeanwhileTest::broken)::result)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken");
    assertThatThrownBy(Meanwhile.begin(MeanwhileTest::endless)::result)
        .isInstanceOf(StackOverflowError.class);
  }

  private static int broken() {
    throw new IllegalStateException("broken");
  }

  private static int endless() {
    throw new StackOverflowError();
  }
}
