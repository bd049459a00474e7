package org.planlock.syntax.dsl;

/** Words about who is analysed: {@code sample { … }}. */
final class SampleWords {
  /** When too few are left. */
  static final Form ABORT = new Abort();

  /** Inside {@code sample { … }}. */
  static final Vocabulary SAMPLE =
      Vocabulary.of(
          Clause.of("target", Forms.PHRASE),
          Clause.of("minimum", Forms.PHRASE).andBeside(),
          Clause.of("stop when|stop", "stop", Forms.PHRASE).andBeside(),
          Clause.of("looks", Forms.WORD).andBeside(),
          Items.of("rules", rule("include"), rule("exclude"), rule("drop_run")),
          Clause.of("outliers", Forms.PHRASE),
          Clause.of("same_rows", Forms.PHRASE),
          Clause.of("rows", Forms.PHRASE),
          Clause.of("abort", ABORT),
          Clause.of("order", Forms.PHRASE),
          Clause.of(
              "flow",
              ShapeForm.of(
                  Shape.of().with(Clause.of("by", Forms.WORD), Clause.of("counts", Forms.NAMES)))));

  private SampleWords() {}

  private static Items.Kind rule(String verb) {
    return Items.Kind.of(
        verb + " when|" + verb,
        Shape.of(Slot.of(verb, Forms.EXPRESSION))
            .with(
                Clause.of("because", Forms.QUOTED),
                Clause.of("then", Forms.PHRASE),
                Clause.of("missing ~counts_as", new CountsAs())));
  }
}
