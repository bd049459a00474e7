package org.planlock.syntax.dsl;

/**
 * Words about how models are fitted and chosen: {@code penalty}, {@code validate}, {@code model}.
 */
final class FitWords {
  private static final Vocabulary PENALTY_BODY =
      Vocabulary.of(
          Clause.of(
              "family",
              "distribution",
              ShapeForm.saying(
                  Shape.of(Slot.maybe("family", Forms.WORD))
                      .with(
                          Clause.of("class_one", Forms.WORD),
                          Clause.of("weights", Forms.PHRASE),
                          Clause.of("refit", Forms.PHRASE)))),
          Clause.of("objective", Forms.PHRASE),
          Clause.of("solve", Forms.PHRASE),
          Clause.of("l1_ratio", Forms.LIST_OR_PHRASE),
          Clause.of("lambda", new LambdaGrid()),
          Clause.of(
              "lambda_max",
              ShapeForm.of(
                  Shape.of(Slot.maybe("formula", Forms.PHRASE))
                      .with(
                          Clause.of("prepared using", "prepared", Forms.WORD),
                          Clause.of("using", Forms.WORD),
                          Clause.of("per", Forms.NAMES)))),
          Clause.of(
              "lambda_folds",
              ShapeForm.of(
                  Shape.of(Slot.of("values", Forms.PHRASE))
                      .with(
                          Clause.of("interpolation", Forms.PHRASE),
                          Clause.of("early_stop", Forms.PHRASE)))),
          Clause.of("standardize", Forms.YES_NO),
          Clause.of("intercept", Forms.PHRASE),
          new PenaltyFactors(),
          Clause.of(
              "kkt",
              ShapeForm.of(
                  Shape.of(Slot.maybe("tolerance", Forms.WORD))
                      .with(
                          Clause.of("relative_to", Forms.PHRASE),
                          Clause.of("iterations", Forms.WORD),
                          Clause.of("not_converged", Forms.PHRASE)))),
          Clause.of(
              "passes",
              ShapeForm.of(
                  Shape.of()
                      .with(Clause.of("threshold", Forms.WORD), Clause.of("most", Forms.WORD)))));

  private static final Statement BY = Clause.of("by", Forms.WORD);
  private static final Statement GROUPED = Clause.of("grouped by", "grouped", Forms.WORD);

  private static final Form OUTER =
      ShapeForm.of(
          Shape.of(Slot.of("scheme", Forms.PHRASE))
              .with(
                  BY,
                  GROUPED,
                  Clause.of(
                      "inner",
                      ShapeForm.of(Shape.of(Slot.of("scheme", Forms.PHRASE)).with(BY, GROUPED))),
                  learning("scale"),
                  learning("lambda_max")));

  private static final Vocabulary VALIDATE_BODY =
      Vocabulary.of(
          Clause.of("scheme", Forms.PHRASE),
          Clause.of("by", Forms.WORD).andBeside(),
          Clause.of("grouped by", "grouped", Forms.WORD).andBeside(),
          Clause.of("repeats", Forms.WORD).andBeside(),
          Clause.of("strata", Forms.PHRASE).andBeside(),
          Clause.of("fold_ids", Forms.PHRASE).andBeside(),
          Clause.of("seed", new Seeds()),
          Clause.of("inside", Forms.PHRASES),
          Clause.of("outside", Forms.PHRASES),
          Clause.of(
              "loss",
              ShapeForm.of(
                  Shape.of(Slot.of("of", Forms.PHRASE))
                      .with(Clause.of("aggregate", Forms.PHRASE)))),
          Clause.of(
              "select",
              ShapeForm.of(
                  Shape.of()
                      .with(
                          Clause.of("minimum", Forms.PHRASE),
                          Clause.of("one_standard_error", Forms.PHRASE),
                          Clause.of("over", Forms.NAMES),
                          Clause.of("folds", Forms.PHRASE)))),
          Clause.of("ties", new TieOrder()),
          Clause.of("edge", Forms.PHRASE),
          Clause.of("outer", OUTER));

  static final Statement PENALTY =
      Clause.of(
          "penalty",
          ShapeForm.of(Shape.of(Slot.maybe("family", Forms.WORD)).andBody(PENALTY_BODY)));

  static final Statement VALIDATE =
      Clause.of("validate", ShapeForm.of(Shape.of().andBody(VALIDATE_BODY)));

  static final Statement MODEL =
      Items.of(
          "models",
          "model",
          Shape.of(Slot.of("name", Forms.WORD))
              .with(Clause.of("extends", Forms.WORD), Clause.of("for", new ForEach()))
              .andBody(
                  Vocabulary.of(
                      Clause.of("outcome", Forms.PHRASE),
                      new Terms(),
                      Clause.of("role", Forms.WORD).andBeside(),
                      Clause.of("reason", Forms.WORD).andBeside(),
                      Clause.of("prepare", Forms.WORD).andBeside(),
                      PENALTY,
                      VALIDATE)));

  private FitWords() {}

  private static Statement learning(String word) {
    return Clause.of(word, ShapeForm.of(Shape.of().with(Clause.of("using", Forms.WORD))));
  }
}
