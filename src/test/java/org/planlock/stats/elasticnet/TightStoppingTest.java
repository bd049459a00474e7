package org.planlock.stats.elasticnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ends of the iterations that rounding may never reach: fits end nonetheless, and say so. */
@Timeout(60)
class TightStoppingTest {
  static Stream<String> cases() {
    return Stream.of(ReferenceCases.GAUSSIAN, ReferenceCases.MORE_GAUSSIAN, ReferenceCases.BINOMIAL)
        .flatMap(List::stream);
  }

  /**
   * Also where systems are without limit; what is left is rounding, and is not called converged.
   */
  @ParameterizedTest
  @MethodSource("cases")
  void exactFitsEndAtRounding(String name) {
    var reference = GlmnetCase.read(name);
    var stopping = Stopping.usual().tolerance(Double.MIN_VALUE).maxSystems(Integer.MAX_VALUE);
    var options = reference.options().stopping(stopping);
    for (var path : new ElasticNet(options).paths(reference.sample(), reference.asked("exact"))) {
      for (var fit : path.fits()) {
        assertThat(fit.kktViolation()).isLessThan(1e-12);
        assertThat(fit.converged()).isEqualTo(fit.kktViolation() <= Double.MIN_VALUE);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void passesEndAtTheirCap(String name) {
    var reference = GlmnetCase.read(name);
    var stopping = Stopping.usual().threshold(Double.MIN_VALUE).maxPasses(3000);
    var options = reference.options().solve(Solve.GLMNET).stopping(stopping);
    for (var path : new ElasticNet(options).paths(reference.sample(), reference.asked("default"))) {
      assertThat(path.converged() || path.passes() >= 3000).isTrue();
      assertThat(path.passes()).isLessThan(3010);
      assertThat(path.fits()).allMatch(fit -> Double.isFinite(fit.kktViolation()));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1e-9, Double.NaN, 0.11, 1, Double.POSITIVE_INFINITY})
  void otherEndsAreRefused(double never) {
    var usual = Stopping.usual();
    assertThatIllegalArgumentException().isThrownBy(() -> usual.tolerance(never));
    assertThatIllegalArgumentException().isThrownBy(() -> usual.threshold(never));
  }

  /** Passes of a path are added up, so that a larger cap could be passed unseen. */
  @Test
  void capsCanBeCounted() {
    var usual = Stopping.usual();
    assertThatIllegalArgumentException().isThrownBy(() -> usual.maxPasses(Integer.MAX_VALUE));
    assertThatIllegalArgumentException().isThrownBy(() -> usual.maxPasses(0));
    assertThatIllegalArgumentException().isThrownBy(() -> usual.maxSystems(0));
    assertThat(usual.maxPasses(Stopping.MOST_PASSES).maxPasses()).isEqualTo(1_000_000_000);
  }
}
