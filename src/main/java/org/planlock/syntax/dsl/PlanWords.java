package org.planlock.syntax.dsl;

/** The statements of a whole plan, in the order in which they are written. */
final class PlanWords {
  static final Vocabulary PLAN =
      Vocabulary.of(
          new Header(RegistrationWords.PLAN),
          block("data", DataWords.DATA),
          block("sample", SampleWords.SAMPLE),
          block("estimand", RegistrationWords.ESTIMAND),
          Clause.of("space", Forms.WORD),
          MeasureWords.ATLAS,
          MeasureWords.REGION,
          MeasureWords.MEASURE,
          Clause.of("runs", ShapeForm.of(Shape.of().with(Clause.of("one_per", Forms.NAMES)))),
          Clause.of("follow_up", Forms.PHRASE),
          MeasureWords.VARIABLE,
          MeasureWords.SET,
          PrepareWords.PREPARE,
          FitWords.PENALTY,
          FitWords.VALIDATE,
          FitWords.MODEL,
          new Compare(false),
          Clause.of("retained when|retained", "retained", Forms.EXPRESSION),
          InferenceWords.HYPOTHESIS,
          InferenceWords.INFERENCE,
          new Compare(true),
          InferenceWords.SENSITIVITY,
          InferenceWords.CONTINGENCY,
          InferenceWords.EXPLORATORY,
          block("compute", RegistrationWords.COMPUTE),
          block("govern", RegistrationWords.GOVERN),
          new ForLoop(() -> PlanWords.PLAN));

  private PlanWords() {}

  private static Statement block(String word, Vocabulary inside) {
    return Clause.of(word, ShapeForm.of(Shape.of().andBody(inside)));
  }
}
