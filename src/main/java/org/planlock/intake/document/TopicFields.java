package org.planlock.intake.document;

import java.util.List;
import java.util.Locale;

/**
 * Which field of a plan a question of a form speaks of, by the words of its title. It decides only
 * under which open field an answer is quoted, never what the plan says.
 */
final class TopicFields {
  /** The first line whose words stand in the title counts. */
  private static final List<String[]> WORDS =
      List.of(
          line("A4", "explanation of existing data", "prior knowledge", "knowledge of data"),
          line("A3", "existing data", "data status", "data collection status"),
          line("C1", "sample size", "stopping", "power", "sampling"),
          line("C2", "exclusion", "inclusion", "eligib"),
          line("C4", "outlier"),
          line("F1", "missing", "incomplete"),
          line("J8", "explorator", "sensitivity", "robustness"),
          line("J1", "hypothes", "research question", "prediction", "aim"),
          line("A2", "blind", "mask"),
          line("B7", "study type", "study design", "randomi", "estimand", "design", "intervention"),
          line("B3", "procedure", "data collection", "timeline", "visit"),
          line("G2", "manipulated", "independent variable", "condition"),
          line("B1", "measured", "dependent variable", "outcome", "instrument", "measure"),
          line("B4", "indices", "index", "derived"),
          line("G4", "transform", "standardi", "scal"),
          line("J4", "inference", "multiple", "alpha", "significance"),
          line("G1", "covariate", "variable"),
          line("G7", "statistical model", "analysis", "analyses", "model"),
          line("A2", "author", "contributor"),
          line("L3", "registry", "license", "licence", "embargo"));

  private TopicFields() {}

  /** The id of the field; empty if the title has none of the words. */
  static String of(String topic) {
    var lower = topic.toLowerCase(Locale.ROOT).replace('_', ' ');
    for (var line : WORDS) {
      for (int i = 1; i < line.length; i++) {
        if (lower.contains(line[i])) {
          return line[0];
        }
      }
    }
    return "";
  }

  private static String[] line(String... fieldAndWords) {
    return fieldAndWords;
  }
}
