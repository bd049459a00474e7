package org.planlock.execution.fit;

import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Scheme;
import org.planlock.plan.fit.Validation;
import org.planlock.plan.value.Seed;

/** How the loops of a model's validation divide its rows. */
final class Loops {
  private final ModelSpec modelSpec;
  private final Validation validation;

  Loops(ModelSpec modelSpec, Validation validation) {
    this.modelSpec = modelSpec;
    this.validation = validation;
  }

  /** Whether the plan says that nothing is validated. */
  static boolean isNone(Validation validation) {
    return validation.scheme().stated().filter(s -> s.kind() == Scheme.Kind.NONE).isPresent();
  }

  /** The loop that selects. */
  Checked<FoldDivision> selecting() {
    var needed = new Needed(modelSpec.name());
    var scheme = needed.stated(validation.scheme(), "validate", "scheme");
    var random = scheme.filter(s -> s.kind() == Scheme.Kind.K_FOLD).isPresent();
    int repeats =
        random ? needed.unlessOpen(validation.repeats(), "validate", "repeats").orElse(1) : 1;
    var seed =
        random ? needed.stated(validation.seed(), "validate", "seed") : Optional.<Seed>empty();
    return needed.found().isEmpty()
        ? Checked.of(
            new FoldDivision(
                UsedNames.model(modelSpec.name(), "validate"),
                scheme.orElseThrow(),
                validation.grouped(),
                repeats,
                seed,
                "validate"))
        : Checked.failed(needed.found());
  }

  /** The loop around selection. */
  FoldDivision outer(Validation.Outer outer) {
    return new FoldDivision(
        UsedNames.model(modelSpec.name(), "validate", "outer"),
        outer.scheme(),
        validation.grouped(),
        1,
        validation.seed().stated(),
        "outer");
  }

  /** The selecting loop inside one fold of the outer one. */
  Checked<FoldDivision> inner(Validation.Outer outer, int fold) {
    var needed = new Needed(modelSpec.name());
    var inner = needed.stated(outer.inner(), "validate", "outer", "inner");
    return inner.isEmpty()
        ? Checked.failed(needed.found())
        : Checked.of(
            new FoldDivision(
                UsedNames.model(modelSpec.name(), "validate", "outer", "inner"),
                inner.get().scheme(),
                validation.grouped(),
                1,
                validation.seed().stated(),
                "inner/" + fold));
  }
}
