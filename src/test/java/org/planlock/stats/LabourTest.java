package org.planlock.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabourTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void results_come_in_the_order_of_the_pieces(int threads) {
    assertThat(Labour.on(threads).inOrder(100, piece -> piece * piece))
        .isEqualTo(IntStream.range(0, 100).mapToObj(piece -> piece * piece).toList());
  }

  @Test
  void the_first_piece_that_fails_is_the_one_that_is_told_of() {
    var later = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                Labour.on(2)
                    .inOrder(
                        2,
                        piece -> {
                          if (piece == 0) {
                            await(later);
                          } else {
                            later.countDown();
                          }
                          throw new IllegalStateException("piece " + piece);
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("piece 0");
  }

  @Test
  void an_error_stays_an_error() {
    assertThatThrownBy(
            () ->
                Labour.on(2)
                    .inOrder(
                        9,
                        piece -> {
                          throw new StackOverflowError();
                        }))
        .isInstanceOf(StackOverflowError.class);
  }

  @Test
  void whoever_is_interrupted_gets_no_results() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Labour.on(2).inOrder(9, piece -> piece))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new CancellationException("interrupted");
    }
  }
}
