package org.planlock.syntax.notation;

import java.util.Locale;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;
import org.planlock.syntax.PlanReader;
import org.planlock.syntax.PlanWriter;
import org.planlock.syntax.dsl.DslPlanReader;
import org.planlock.syntax.dsl.DslPlanWriter;
import org.planlock.syntax.groovy.GroovyPlanReader;
import org.planlock.syntax.groovy.GroovyPlanWriter;
import org.planlock.syntax.yaml.YamlPlanReader;
import org.planlock.syntax.yaml.YamlPlanWriter;

/** A way to write a plan; the end of a file's name says which. */
public enum PlanNotation {
  YAML(".yaml", ".yml"),
  PLAN(".plan", ".plan"),
  GROOVY(".plan.groovy", ".plan.groovy");

  private final String ending;
  private final String otherEnding;

  PlanNotation(String ending, String otherEnding) {
    this.ending = ending;
    this.otherEnding = otherEnding;
  }

  /** The notation of a file with this name. */
  public static Checked<PlanNotation> of(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    for (PlanNotation notation : values()) {
      if (name.endsWith(notation.ending) || name.endsWith(notation.otherEnding)) {
        return Checked.of(notation);
      }
    }
    String message =
        name.endsWith(".groovy")
            ? "a plan in Groovy ends in `.plan.groovy`, found `" + fileName + "`"
            : "the name `" + fileName + "` does not say how the plan is written";
    return Checked.failed(
        Diagnostic.at(Span.none(fileName), Rule.UNKNOWN_NOTATION, message)
            .help(
                "name it `something.plan`, `something.plan.yaml` or `something.plan.groovy`, as it"
                    + " is written"));
  }

  /** Who reads it. */
  public PlanReader reader() {
    return switch (this) {
      case YAML -> new YamlPlanReader();
      case PLAN -> new DslPlanReader();
      case GROOVY -> new GroovyPlanReader();
    };
  }

  /** Who writes it. */
  public PlanWriter writer() {
    return switch (this) {
      case YAML -> new YamlPlanWriter();
      case PLAN -> new DslPlanWriter();
      case GROOVY -> new GroovyPlanWriter();
    };
  }

  /** The usual end of a file's name. */
  public String ending() {
    return ending;
  }
}
