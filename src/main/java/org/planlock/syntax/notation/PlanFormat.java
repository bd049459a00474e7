package org.planlock.syntax.notation;

import org.planlock.diagnostic.Checked;
import org.planlock.source.SourceFile;
import org.planlock.syntax.PlanFormatter;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.dsl.DslPlanFormatter;
import org.planlock.syntax.groovy.GroovyPlanFormatter;
import org.planlock.syntax.yaml.YamlPlanFormatter;

/**
 * Lays out the text of a plan: comments, the order of everything and every letter stay;
 * indentation, blanks at the end of lines, runs of empty lines and blanks around braces are made
 * alike. Laying out twice changes nothing more.
 */
public final class PlanFormat {
  private PlanFormat() {}

  /**
   * The text laid out, with LF line ends; the text as it was, if anything but blanks would differ
   * or it would be read as another plan; or why it cannot be read as a plan.
   */
  public static Checked<String> of(PlanNotation notation, SourceFile source) {
    return notation
        .reader()
        .read(source)
        .map(
            plan -> {
              var laidOut = formatter(notation).format(source);
              return isSame(notation, source, plan, laidOut) ? laidOut : source.text();
            });
  }

  private static boolean isSame(
      PlanNotation notation, SourceFile source, PlanNode.Mapping plan, String laidOut) {
    return letters(source.text()).equals(letters(laidOut))
        && notation
            .reader()
            .read(SourceFile.of(source.name(), laidOut))
            .value()
            .filter(back -> back.sameAs(plan))
            .isPresent();
  }

  /** The text without anything that a printer leaves white. */
  private static String letters(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static PlanFormatter formatter(PlanNotation notation) {
    return switch (notation) {
      case YAML -> new YamlPlanFormatter();
      case PLAN -> new DslPlanFormatter();
      case GROOVY -> new GroovyPlanFormatter();
    };
  }
}
