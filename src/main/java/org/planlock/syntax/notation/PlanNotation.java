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
import org.planlock.syntax.yaml.YamlPlanReader;
import org.planlock.syntax.yaml.YamlPlanWriter;

/** A way to write a plan; the end of a file's name says which. */
public enum PlanNotation {
  YAML(".yaml", ".yml"),
  PLAN(".plan", ".plan");

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
            ? "plans in Groovy are not read by this version, found `" + fileName + "`"
            : "the name `" + fileName + "` does not say how the plan is written";
    return Checked.failed(
        Diagnostic.at(Span.none(fileName), Rule.UNKNOWN_NOTATION, message)
            .help("name it `something.plan` or `something.plan.yaml`, as it is written"));
  }

  /** Who reads it. */
  public PlanReader reader() {
    return this == YAML ? new YamlPlanReader() : new DslPlanReader();
  }

  /** Who writes it. */
  public PlanWriter writer() {
    return this == YAML ? new YamlPlanWriter() : new DslPlanWriter();
  }

  /** The usual end of a file's name. */
  public String ending() {
    return ending;
  }
}
