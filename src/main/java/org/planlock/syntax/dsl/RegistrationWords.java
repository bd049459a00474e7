package org.planlock.syntax.dsl;

/**
 * Words about who knows what and when the plan is fixed: {@code plan}, {@code estimand}, {@code
 * compute}, {@code govern}.
 */
final class RegistrationWords {
  /** Inside {@code plan "name" language 1 { … }}. */
  static final Vocabulary PLAN =
      Vocabulary.of(
          Clause.of("title", Forms.QUOTED),
          Items.of(
              "persons",
              "person",
              Shape.of(Slot.of("role", Forms.WORD), Slot.of("name", Forms.QUOTED))
                  .with(Clause.of("blinded_to", Forms.NAMES), Clause.of("signs", Forms.NAMES))),
          Items.of(
              "knowledge",
              "knowledge",
              Shape.of(
                  Slot.of("table", Forms.WORD),
                  Slot.maybe("state", Forms.WORD),
                  Slot.maybe("participants", Forms.PHRASE))),
          Items.of(
              "ledger",
              "ledger",
              Shape.of(Slot.of("person", Forms.QUOTED))
                  .with(Clause.of("saw", Forms.WORD), Clause.of("on", Forms.PHRASE))),
          Clause.of(
              "witness",
              ShapeForm.of(
                  Shape.of()
                      .with(
                          Clause.of("at_least", Forms.WORD),
                          Clause.of("of", Forms.NAMES),
                          Clause.of("late_lock", Forms.WORD)))),
          Clause.of(
              "amend",
              ShapeForm.of(
                  Shape.of()
                      .with(
                          Clause.of("until", Forms.PHRASE),
                          Clause.of("signed_by", Forms.NAMES),
                          Clause.of("after_release", Forms.PHRASE)))),
          Clause.of("siblings", Forms.NAMES));

  /** Inside {@code estimand { … }}. */
  static final Vocabulary ESTIMAND =
      Vocabulary.of(
          Clause.of("quantity", Forms.PHRASE),
          Clause.of("population", Forms.PHRASE).andBeside(),
          Items.of(
              "events",
              "event",
              Shape.of(Slot.of("name", Forms.WORD), Slot.maybe("strategy", Forms.PHRASE))
                  .with(Clause.of("excluded_by", Forms.QUOTED))),
          Clause.of("side_effects", Forms.PHRASE));

  /** Inside {@code compute { … }}. */
  static final Vocabulary COMPUTE =
      Vocabulary.of(
          Clause.of(
              "engine",
              ShapeForm.of(
                  Shape.of(Slot.of("name", Forms.WORD))
                      .with(
                          Clause.of("version", Forms.BOUND),
                          Clause.of("java", Forms.BOUND),
                          Clause.of("container", Forms.PHRASE)))),
          Clause.of(
              "rng",
              ShapeForm.of(
                  Shape.of(Slot.of("algorithm", Forms.WORD))
                      .with(Clause.of("seed", new Seeds()), Clause.of("stream", Forms.PHRASE)))),
          Clause.of("threads", Forms.PHRASE),
          Clause.of("blas", Forms.PHRASE).andBeside(),
          Clause.of("locale", Forms.PHRASE).andBeside(),
          Clause.of("same", Forms.PHRASE),
          Clause.of(
              "confirm",
              ShapeForm.of(
                  Shape.of()
                      .with(
                          Clause.of("by", Forms.QUOTED),
                          Clause.of("version", Forms.BOUND),
                          Clause.of("threshold", Forms.WORD),
                          Clause.of("same", Forms.PHRASE)))),
          Clause.of("units", Forms.PHRASE));

  /** Inside {@code govern { … }}. */
  static final Vocabulary GOVERN =
      Vocabulary.of(
          Clause.of(
              "release",
              ShapeForm.of(
                  Shape.of(Slot.of("column", Forms.WORD))
                      .with(
                          Clause.of("by", Forms.WORD),
                          Clause.of("after", Forms.NAMES),
                          Clause.of("record", Forms.PHRASE)))),
          Clause.of(
              "deviation",
              ShapeForm.of(
                  Shape.of()
                      .with(
                          Clause.of("classes", Forms.WORD),
                          Clause.of("severity", Forms.PHRASE),
                          Clause.of("raise", Forms.WORD),
                          Clause.of("accept", Forms.WORD)))),
          Clause.of(
              "publish",
              ShapeForm.of(
                  Shape.of()
                      .with(
                          Clause.of("lock", Forms.PHRASE),
                          Clause.of("embargo", Forms.PHRASE),
                          Clause.of("registry", Forms.NAMES)))));

  private RegistrationWords() {}
}
