package org.planlock.syntax.dsl;

import java.util.LinkedHashMap;
import java.util.Map;

/** Words about what is done to the columns before a model sees them: {@code prepare main { … }}. */
final class PrepareWords {
  /** {@code prepare NAME { … }}. */
  static final Statement PREPARE =
      Items.of(
          "prepare",
          "prepare",
          Shape.of(Slot.of("name", Forms.WORD))
              .with(Clause.of("for", new ForEach()))
              .andBody(
                  Vocabulary.of(
                      new Steps(verbs()),
                      Clause.of("columns", Forms.PHRASES),
                      Clause.of("aliased", Forms.PHRASE),
                      Clause.of("heredity", Forms.PHRASE))));

  private PrepareWords() {}

  private static Map<String, Shape> verbs() {
    Clause using = Clause.of("using", Forms.WORD);
    var verbs = new LinkedHashMap<String, Shape>();
    verbs.put(
        "residualise",
        Shape.of(Slot.of("residualise", Forms.LIST_OR_PHRASE))
            .with(
                Clause.of("on", Forms.PHRASES),
                Clause.of("rows", Forms.PHRASE),
                using,
                Clause.of(
                    "fd",
                    ShapeForm.of(
                        Shape.of()
                            .with(
                                Clause.of("column", Forms.WORD),
                                Clause.of("first_row", Forms.PHRASE)))),
                Clause.of("incomplete_rows", Forms.PHRASE)));
    verbs.put("derive", Shape.of(Slot.of("derive", Forms.PHRASES)).with(using));
    verbs.put(
        "impute",
        Shape.of(Slot.of("impute", Forms.PHRASES))
            .with(
                Clause.of("by", Forms.PHRASE),
                using,
                Clause.of("informed_by", Forms.PHRASE),
                Clause.of("limit", Forms.PHRASE),
                Clause.of("over_limit", Forms.PHRASE),
                Clause.of("draws", Forms.WORD)));
    verbs.put("code", Shape.of(Slot.of("code", Forms.PHRASES)).with(using));
    verbs.put(
        "scale",
        Shape.of(Slot.of("scale", Forms.PHRASES))
            .with(Clause.of("to", Forms.PHRASE), Clause.of("constant", Forms.PHRASE), using));
    verbs.put(
        "interact",
        Shape.of(Slot.of("interact", Forms.PHRASE)).with(Clause.of("as", Forms.PHRASE), using));
    return verbs;
  }
}
