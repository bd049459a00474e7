package org.planlock.cli;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.execution.sample.ExpressionNames;
import org.planlock.plan.Plan;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.inference.Correlation;
import org.planlock.syntax.ExpressionNode;

/**
 * Whether columns that were dealt anew blind every outcome of a plan. Where only the arm was, a
 * model without the arm finds what it would find in the data themselves.
 *
 * @param dealt names of columns
 */
record DealtOutcomes(Plan plan, Set<String> dealt) {
  boolean areAll() {
    var outcomes =
        Stream.concat(
                plan.models().orElse(java.util.List.of()).stream().map(this::outcome),
                plan.exploratory().orElse(java.util.List.of()).stream()
                    .map(Correlation::correlate)
                    .map(Optional::of))
            .toList();
    return !outcomes.isEmpty()
        && outcomes.stream()
            .allMatch(name -> name.filter(one -> isDealt(one, new HashSet<>())).isPresent());
  }

  /** The outcome of a model, or of the one that it extends. */
  private Optional<String> outcome(ModelSpec spec) {
    return spec.outcome()
        .stated()
        .or(
            () ->
                spec.reduced()
                    .flatMap(
                        name ->
                            plan.models().orElse(java.util.List.of()).stream()
                                .filter(other -> other.name().equals(name))
                                .findFirst())
                    .flatMap(other -> other.outcome().stated()));
  }

  private boolean isDealt(String name, Set<String> seen) {
    if (dealt.contains(name)) {
      return true;
    }
    return seen.add(name)
        && plan.variables().orElse(java.util.List.of()).stream()
            .filter(variable -> variable.name().equals(name))
            .anyMatch(
                variable -> words(variable.value().node()).anyMatch(word -> isDealt(word, seen)));
  }

  private static Stream<String> words(ExpressionNode node) {
    var inside = ExpressionNames.parts(node).stream().flatMap(DealtOutcomes::words);
    return node instanceof ExpressionNode.Name name
        ? Stream.concat(Stream.of(name.name()), inside)
        : inside;
  }
}
