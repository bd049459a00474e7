package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.contract.ColumnContract;

/** A coding with more or fewer numbers than the column has levels. */
final class CodeCountMismatch implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.columns().stream()
        .filter(column -> column.code().stated().isPresent())
        .filter(column -> numbers(column) != column.levels().size())
        .map(
            column ->
                facts
                    .at(
                        Places.path("data.columns", column.name()) + ".code",
                        Rule.CODE_COUNT_MISMATCH,
                        "`"
                            + column.name()
                            + "` has "
                            + column.levels().size()
                            + " levels, and the code has "
                            + numbers(column)
                            + " numbers")
                    .help("give one number for each level, that of the reference first"));
  }

  private static int numbers(ColumnContract column) {
    var code = column.code().stated().orElseThrow();
    return Math.max(code.dummy().size(), code.effect().size());
  }
}
