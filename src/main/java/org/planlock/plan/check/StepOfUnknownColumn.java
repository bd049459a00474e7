package org.planlock.plan.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.Step;

/** A step that changes, or is explained by, something that the plan does not declare. */
final class StepOfUnknownColumn implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.preparations().stream()
        .flatMap(
            preparation ->
                preparation.steps().stream().flatMap(step -> in(facts, preparation, step)));
  }

  private static Stream<Diagnostic> in(PlanFacts facts, Preparation preparation, Step step) {
    return mentions(step).stream()
        .flatMap(word -> Stream.of(word.split(":")))
        .map(String::strip)
        .filter(word -> !word.equals("intercept") && !word.contains("("))
        .filter(word -> !facts.names().isTerm(word))
        .map(
            word ->
                new UnknownWord(
                        Rule.STEP_OF_UNKNOWN_COLUMN,
                        "column, variable, measure or set",
                        word,
                        facts.names().terms())
                    .at(facts.places().word(Steps.path(preparation, step), word)));
  }

  private static List<String> mentions(Step step) {
    var mentions = new ArrayList<>(Steps.targets(step));
    if (step instanceof Step.Residualise residualise) {
      mentions.addAll(residualise.on());
      residualise.fd().ifPresent(fd -> mentions.add(fd.column()));
    }
    return mentions;
  }
}
