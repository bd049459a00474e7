package org.planlock.deviation;

import java.util.List;
import java.util.stream.Stream;

/**
 * How two analyses of one plan agree, step by step.
 *
 * @param tolerance how near is the same, and what says so
 * @param lines one for each step of each model
 */
public record Agreement(String tolerance, List<Line> lines) {
  /**
   * One step of one model.
   *
   * @param said {@code the same}, {@code differs}, or {@code not told by both}
   * @param apart the largest difference as a share of the largest number; NaN where words are
   *     compared
   */
  public record Line(String modelName, String step, String said, double apart) {}

  public Agreement {
    lines = List.copyOf(lines);
  }

  /** The agreement of the analysis with the one beside it; no lines where there is none. */
  public static Agreement of(Evidence evidence) {
    var same = Sameness.of(evidence.plan());
    var lines =
        evidence.beside().stream()
            .flatMap(
                other ->
                    evidence.models().stream()
                        .flatMap(
                            spec ->
                                lines(
                                    spec.name(),
                                    new AnalysesBeside(spec, evidence.trace(), other, same))))
            .toList();
    return new Agreement(same.text(), lines);
  }

  private static Stream<Line> lines(String name, AnalysesBeside beside) {
    return beside.isMade()
        ? beside.steps().stream().map(s -> new Line(name, s.step(), said(s), s.largest()))
        : Stream.empty();
  }

  private static String said(Parting step) {
    if (!step.told()) {
      return "not told by both";
    }
    return step.first().isPresent() ? "differs" : "the same";
  }
}
