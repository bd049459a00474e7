package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.Step;

/** A column of levels that is a term and that no step turns into numbers. */
final class LevelsNeverCoded implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.models().stream()
        .flatMap(
            model ->
                facts.preparation(model).stream()
                    .flatMap(preparation -> in(facts, model, preparation)));
  }

  private static Stream<Diagnostic> in(PlanFacts facts, ModelSpec model, Preparation preparation) {
    return facts.terms().of(model).stream()
        .flatMap(term -> Stream.of(term.split(":")))
        .distinct()
        .flatMap(name -> facts.column(name).stream())
        .filter(column -> !column.levels().isEmpty())
        .filter(
            column ->
                preparation.steps().stream()
                    .filter(Step.Code.class::isInstance)
                    .noneMatch(
                        step -> facts.terms().expand(Steps.targets(step)).contains(column.name())))
        .map(
            column ->
                facts
                    .at(
                        Places.path("data.columns", column.name()) + ".levels",
                        Rule.LEVELS_NEVER_CODED,
                        "`"
                            + column.name()
                            + "` holds levels and is a term, and `"
                            + preparation.name()
                            + "` never codes it")
                    .note("which number a level becomes decides the sign of its coefficient")
                    .help("add a step `code " + column.name() + " using row`"));
  }
}
