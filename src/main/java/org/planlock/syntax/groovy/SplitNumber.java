package org.planlock.syntax.groovy;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.syntax.DecimalComma;
import org.planlock.syntax.groovy.Expression.Argument;
import org.planlock.syntax.groovy.Expression.Call;

/** A number whose decimal comma makes two values of it, where a statement takes one. */
final class SplitNumber {
  private SplitNumber() {}

  /** The first such number among the values of a statement, if there is one. */
  static Optional<Diagnostic> in(Call call) {
    var values =
        Stream.concat(call.values().stream(), call.named().stream().map(Argument::value))
            .sorted(Comparator.comparing(value -> value.span().start()))
            .toList();
    return IntStream.range(1, values.size())
        .filter(i -> isSplit(values.get(i - 1), values.get(i)))
        .mapToObj(i -> DecimalComma.finding(values.get(i - 1).span().to(values.get(i).span())))
        .findFirst();
  }

  private static boolean isSplit(Expression whole, Expression decimals) {
    return whole.span().end() + 1 == decimals.span().start()
        && whole.span().text().matches("-?[0-9]+")
        && decimals.span().text().matches("[0-9]+");
  }
}
