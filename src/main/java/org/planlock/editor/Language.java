package org.planlock.editor;

import java.util.Optional;
import org.planlock.syntax.notation.PlanNotation;

/** A notation with what an editor must know of it. */
record Language(PlanNotation notation, Grain grain) {
  /** The language of a file, by its name. */
  static Optional<Language> of(String fileName) {
    return PlanNotation.of(fileName)
        .value()
        .map(notation -> new Language(notation, grain(notation)));
  }

  private static Grain grain(PlanNotation notation) {
    return switch (notation) {
      case YAML -> new YamlGrain();
      case PLAN -> new DslGrain();
      case GROOVY -> new GroovyGrain();
    };
  }
}
