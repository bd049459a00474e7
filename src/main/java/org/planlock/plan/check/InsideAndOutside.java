package org.planlock.plan.check;

import java.util.List;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** A step that is said to be carried out inside the folds and outside of them. */
final class InsideAndOutside implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.models().stream()
        .flatMap(
            model -> {
              var validation = model.validate().stated();
              var outside = validation.flatMap(v -> v.outside().stated()).orElse(List.of());
              return validation.flatMap(v -> v.inside().stated()).orElse(List.of()).stream()
                  .filter(outside::contains)
                  .map(
                      step ->
                          facts
                              .atWord(
                                  Places.path("models", model.name()) + ".validate.outside",
                                  step,
                                  Rule.INSIDE_AND_OUTSIDE,
                                  "`"
                                      + step
                                      + "` is said to be inside the folds and outside of them")
                              .help("name it once"));
            });
  }
}
