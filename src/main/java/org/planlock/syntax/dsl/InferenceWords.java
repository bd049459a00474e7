package org.planlock.syntax.dsl;

import java.util.Map;

/**
 * Words about what is concluded: hypotheses, inference, sensitivity, contingencies, exploratory
 * analyses.
 */
final class InferenceWords {
  static final Statement HYPOTHESIS =
      Items.of(
          "hypotheses",
          "hypothesis",
          Shape.of(Slot.of("id", Forms.WORD), Slot.maybe("claim", Forms.QUOTED))
              .with(Clause.of("for", new ForEach()))
              .andBody(
                  Vocabulary.of(
                      Clause.of("corroborated when|corroborated", "corroborated", new Conditions()),
                      Clause.of("falsified when|falsified", "falsified", new Conditions()),
                      Clause.of("otherwise", Forms.PHRASE))));

  private static final Statement NULL =
      Items.of(
          "nulls",
          "null",
          Shape.of(Slot.of("hypothesis", Forms.WORD))
              .with(
                  Clause.of("permute", Forms.PHRASE),
                  Clause.of("within", Forms.PHRASE),
                  new Times(),
                  Clause.of("statistic", Forms.EXPRESSION),
                  Clause.of("tail", Forms.WORD),
                  new Flag("approximate")));

  private static final Vocabulary INFERENCE_BODY =
      Vocabulary.of(
          NULL,
          Clause.of(
              "residuals",
              ShapeForm.of(
                  Shape.of(Slot.of("value", Forms.PHRASE))
                      .with(Clause.of("rebuilt", Forms.PHRASE)))),
          Clause.of("p", Forms.PHRASE),
          Clause.of(
              "multiplicity",
              ShapeForm.of(
                  Shape.of(Slot.of("method", Forms.WORD))
                      .with(Clause.of("over", Forms.NAMES), Clause.of("at", Forms.WORD)))),
          Clause.of("r2_in_sample", ShapeForm.of(score())),
          Clause.of("cv_r2", ShapeForm.of(score())),
          Clause.of("nested_r2", ShapeForm.of(score())),
          Items.of("scores", named("fitted_r2"), named("loocv_r"), named("loocv_q2"), anyScore()),
          Clause.of(
              "coefficients",
              ShapeForm.of(
                  Shape.of(Slot.of("from", Forms.PHRASE)).with(Clause.of("scale", Forms.PHRASE)))),
          Clause.of("report", Forms.PHRASES));

  static final Statement INFERENCE =
      Clause.of("inference", ShapeForm.of(Shape.of().andBody(INFERENCE_BODY)));

  static final Statement SENSITIVITY =
      Clause.of(
          "sensitivity",
          ShapeForm.of(
              Shape.of()
                  .andBody(
                      Vocabulary.of(
                          Items.of(
                              "variants",
                              "variant",
                              Shape.of(Slot.of("name", Forms.WORD))
                                  .andBody(
                                      Vocabulary.of(new Settings("set", () -> PlanWords.PLAN)))),
                          Clause.of(
                              "disagree",
                              ShapeForm.of(
                                  Shape.of()
                                      .with(
                                          Clause.of("when", Forms.PHRASE),
                                          Clause.of("then", Forms.PHRASE))))))));

  static final Statement CONTINGENCY =
      Items.of(
          "contingency",
          "contingency when|contingency",
          Shape.of(Slot.of("when", Forms.EXPRESSION))
              .with(new Then(new Settings("set", () -> PlanWords.PLAN))));

  static final Statement EXPLORATORY =
      new Enclosed(
          "exploratory",
          Vocabulary.of(
              Items.of(
                  "exploratory",
                  "correlate",
                  Shape.of(Slot.of("correlate", Forms.WORD))
                      .with(
                          Clause.of("with", Forms.WORD),
                          Clause.of("for", new ForEach()),
                          Clause.of("by", Forms.WORD),
                          Clause.of("values", Forms.PHRASE),
                          Clause.of("rows", Forms.PHRASE),
                          Clause.of("reason", Forms.WORD)))));

  private InferenceWords() {}

  private static Shape score() {
    return Shape.of(Slot.of("formula", Forms.PHRASE))
        .with(Clause.of("sst", Forms.PHRASE), Clause.of("constant", Forms.PHRASE));
  }

  private static Items.Kind named(String name) {
    return Items.Kind.of(name, Map.of("name", name), score());
  }

  private static Items.Kind anyScore() {
    return Items.Kind.of(
        "score",
        Shape.of(Slot.of("name", Forms.WORD), Slot.of("formula", Forms.PHRASE))
            .with(Clause.of("sst", Forms.PHRASE), Clause.of("constant", Forms.PHRASE)));
  }
}
