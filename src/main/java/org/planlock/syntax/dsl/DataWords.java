package org.planlock.syntax.dsl;

/** Words about where the data are and what they must look like: {@code data { … }}. */
final class DataWords {
  private static final Statement TABLE =
      Items.of(
          "tables",
          "table",
          Shape.of(Slot.of("name", Forms.WORD))
              .with(
                  Clause.of("from", "file", Forms.QUOTED),
                  Clause.of("key", Forms.NAMES),
                  Clause.of("missing", Forms.NAMES),
                  Clause.of("one_row_per", Forms.PHRASE),
                  Clause.of("separator", Forms.WORD),
                  Clause.of("decimal", Forms.WORD),
                  Clause.of("encoding", Forms.WORD),
                  Clause.of("complete", Forms.YES_NO),
                  Clause.of("dictionary", Forms.QUOTED),
                  Clause.of("spread", new SpreadColumns())));

  private static final Statement FILES =
      Items.of(
          "files",
          "files",
          Shape.of(Slot.of("name", Forms.WORD))
              .with(Clause.of("from", "pattern", Forms.QUOTED), Clause.of("missing", Forms.NAMES)));

  private static final Statement SESSION =
      Items.of(
          "sessions",
          "session",
          Shape.of(Slot.of("name", Forms.WORD))
              .with(
                  Clause.of("is", Forms.QUOTED),
                  Clause.of("one_per", Forms.PHRASE),
                  Clause.of("window", Forms.PHRASE),
                  Clause.of("fallback", Forms.PHRASE)));

  private static final Statement COLUMN =
      Items.of(
          "columns",
          "column",
          Shape.of(Slot.of("name", Forms.WORD))
              .with(
                  Clause.of("in", "table", Forms.WORD),
                  new ColumnType(),
                  Clause.of("levels", Forms.NAMES),
                  Clause.of("reference", Forms.WORD),
                  Clause.of("code", new CodeOfLevels()),
                  Clause.of("missing", Forms.NAMES),
                  Clause.of("unit", Forms.PHRASE),
                  Clause.of("instrument", Forms.QUOTED),
                  Clause.of("version", Forms.QUOTED),
                  Clause.of("score", Forms.WORD),
                  Clause.of("items", Forms.WORD),
                  Clause.of("rater", Forms.WORD),
                  new Flag("sealed")));

  private static final Statement PIPELINE =
      Items.of(
          "pipelines",
          "pipeline",
          Shape.of(Slot.of("name", Forms.WORD), Slot.of("tool", Forms.QUOTED))
              .with(
                  Clause.of("version", Forms.BOUND),
                  Clause.of("container", Forms.PHRASE),
                  Clause.of("options", Forms.PHRASE)));

  private static final Statement FIRST_LEVEL =
      Items.of(
          "first_level",
          "first_level",
          Shape.of(Slot.of("name", Forms.WORD))
              .with(
                  Clause.of("events", Forms.NAMES),
                  Clause.of("hrf", Forms.PHRASE),
                  Clause.of("high_pass", Forms.PHRASE),
                  Clause.of("noise_model", Forms.PHRASE),
                  Clause.of("nuisance", Forms.NAMES),
                  new Flag("imported")));

  /** Inside {@code data { … }}. */
  static final Vocabulary DATA =
      Vocabulary.of(
          TABLE,
          FILES,
          Clause.of(
              "text",
              ShapeForm.of(
                  Shape.of(Slot.maybe("encoding", Forms.WORD))
                      .with(Clause.of("decimal", Forms.WORD), Clause.of("separator", Forms.WORD)))),
          SESSION,
          COLUMN,
          Clause.of(
              "seal",
              ShapeForm.of(
                  Shape.of().with(Clause.of("files", Forms.WORD), Clause.of("at", Forms.WORD)))),
          PIPELINE,
          FIRST_LEVEL);

  private DataWords() {}
}
