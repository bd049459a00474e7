package org.planlock.stats.elasticnet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The reference cases by name, see {@link GlmnetCase}. */
final class ReferenceCases {
  /** Gaussian outcomes of ordinary data. */
  static final List<String> GAUSSIAN =
      List.of(
          "trial_agnostic",
          "trial_interactions",
          "trial_interactions_madrs",
          "wide_raw_scales",
          "collinear",
          "constant_and_rare",
          "penalty_factors_weights",
          "square_21",
          "tall_early_stop",
          "tall_five_folds",
          "not_standardised");

  /** Gaussian outcomes with limits, given strengths, many columns, awkward data. */
  static final List<String> MORE_GAUSSIAN =
      List.of(
          "limits_mixed",
          "limits_given_lambda",
          "limits_non_negative",
          "limits_zero",
          "naive_620",
          "three_rows",
          "one_column",
          "huge_scale",
          "tiny_scale",
          "far_from_zero",
          "copied_column",
          "folds_weights_grouped",
          "given_ratio",
          "one_value",
          "two_values",
          "three_values");

  /** Two classes, or shares of them. */
  static final List<String> BINOMIAL =
      List.of(
          "binomial",
          "binomial_limits",
          "binomial_limits_zero",
          "binomial_weights",
          "binomial_bare",
          "binomial_given_lambda",
          "binomial_shares",
          "binomial_wide",
          "binomial_two_values");

  private ReferenceCases() {}

  /** Every case with each of these runs that it holds. */
  static Stream<Arguments> runs(List<String> names, String... runs) {
    return names.stream()
        .flatMap(
            name ->
                Stream.of(runs)
                    .filter(GlmnetCase.read(name)::holds)
                    .map(run -> Arguments.of(name, run)));
  }
}
