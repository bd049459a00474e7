package org.planlock.stats.elasticnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page that shows how far our numbers are from those of R 4.2.2, glmnet 4.1-6, over all
 * reference cases, is what the solver gives today. {@code -Dgolden.update=true} writes it anew.
 */
class AgreementPageTest {
  private static final Path PAGE = Path.of("src/docs/agreement.md");

  private static final String HEAD =
      """
      # How far the solver's numbers are from glmnet's

      Largest deviations from R 4.2.2, glmnet 4.1-6, over all l1Ratios and lambdas of each reference case; made and checked by
      `AgreementPageTest`. Lambda, `cvm` and `cvsd` relative, coefficients as a share of the largest at each lambda (where the reference holds
      them). `default` and `tight` are glmnet's thresholds 1e-7 and 1e-14, repeated by `solve glmnet`; `exact` is its threshold 1e-24
      (binomial 1e-20), which `solve exact` is compared with. Passes: whether their number is glmnet's on every path. Exact copies of columns
      (`collinear`, `copied_column`) have no single answer: rounding decides between copies, there and here.

      | case | run | lambda | coefficients | cvm | cvsd | lambda.min, lambda.1se | passes | KKT violation |
      |---|---|---|---|---|---|---|---|---|
      """;

  @Test
  void saysWhatTheSolverGives() throws IOException {
    var page = new StringBuilder(HEAD);
    Stream.of(ReferenceCases.GAUSSIAN, ReferenceCases.MORE_GAUSSIAN, ReferenceCases.BINOMIAL)
        .flatMap(List::stream)
        .flatMap(name -> Stream.of("default", "tight", "exact").map(run -> Row.of(name, run)))
        .forEach(row -> page.append(row.text()));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page);
    }
    assertThat(page.toString()).isEqualTo(Files.readString(PAGE));
  }

  private record Row(
      String name,
      String run,
      double lambda,
      double coefficients,
      double cvm,
      double cvsd,
      boolean indices,
      boolean passes,
      double violation) {

    static Row of(String name, String run) {
      var reference = GlmnetCase.read(name);
      boolean exact = run.equals("exact");
      var options = exact ? reference.options() : reference.glmnet(run);
      var ours = CvExecution.of(reference, options, reference.asked(run));
      var compared = new ComparedRun(reference.alphas(run), ours);
      return new Row(
          name,
          run,
          compared.lambda(),
          compared.coefficients(),
          compared.cvm(),
          compared.cvsd(),
          compared.sameIndices(),
          compared.samePasses(),
          ours.table().worstKktViolation());
    }

    String text() {
      boolean exact = run.equals("exact");
      return "| %s | %s | %s | %s | %s | %s | %s | %s | %s |\n"
          .formatted(
              name,
              run,
              digit(lambda),
              digit(coefficients),
              digit(cvm),
              digit(cvsd),
              indices ? "equal" : "differ",
              exact ? "" : passes ? "equal" : "differ",
              exact ? digit(violation) : "");
    }

    private static String digit(double value) {
      return value == 0 ? "0" : String.format(Locale.ROOT, "%.0e", value);
    }
  }
}
