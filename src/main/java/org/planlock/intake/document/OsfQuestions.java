package org.planlock.intake.document;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the questions of a registration ask. The numbers of "OSF Preregistration" mean other
 * questions in version 2 (which asks for a title, and has 25) than in version 3; those of other
 * forms are not known.
 */
final class OsfQuestions {
  private static final Pattern QUESTION = Pattern.compile("q[0-9]{1,2}(\\..*)?");
  private static final String FORM = "OSF Preregistration";

  private static final Map<String, String> VERSION_2 =
      numbered(
          "1 Title",
          "2 Authors",
          "3 Description",
          "4 Hypotheses",
          "5 Existing data",
          "6 Explanation of existing data",
          "7 Data collection procedures",
          "8 Sample size",
          "9 Sample size rationale",
          "10 Stopping rule",
          "11 Manipulated variables",
          "12 Measured variables",
          "13 Indices",
          "14 Study type",
          "15 Study type, other",
          "16 Blinding",
          "17 Blinding, other",
          "18 Study design",
          "19 Randomization",
          "20 Statistical models",
          "21 Transformations",
          "22 Inference criteria",
          "23 Data exclusion",
          "24 Missing data",
          "25 Exploratory analysis",
          "26 Other");
  private static final Map<String, String> VERSION_3 =
      numbered(
          "2 Hypotheses",
          "3 Study type",
          "4 Blinding",
          "5 Blinding, other",
          "6 Study design",
          "7 Randomization",
          "8 Existing data",
          "9 Explanation of existing data",
          "10 Data collection procedures",
          "11 Sample size",
          "12 Sample size rationale",
          "13 Stopping rule",
          "14 Manipulated variables",
          "15 Measured variables",
          "16 Indices",
          "17 Statistical models",
          "18 Transformations",
          "19 Inference criteria",
          "20 Data exclusion",
          "21 Missing data",
          "22 Exploratory analysis",
          "23 Other");

  private final Map<String, String> topics;

  private OsfQuestions(Map<String, String> topics) {
    this.topics = topics;
  }

  /**
   * The questions of a form.
   *
   * @param form its name, where the document says it
   * @param asked the questions that were answered
   */
  static OsfQuestions of(Optional<String> form, Set<String> asked) {
    boolean isKnown = form.filter(it -> !it.startsWith(FORM)).isEmpty();
    boolean isSecond =
        asked.stream()
            .map(OsfQuestions::stem)
            .anyMatch(it -> Set.of("q1", "q24", "q25", "q26").contains(it));
    return new OsfQuestions(!isKnown ? Map.of() : isSecond ? VERSION_2 : VERSION_3);
  }

  static boolean isQuestion(String name) {
    return QUESTION.matcher(name).matches();
  }

  /** What a question asks; its own name where that is not known. */
  String topic(String question) {
    return topics.getOrDefault(stem(question), question);
  }

  /** The coverage field that the question speaks of; empty if none is known. */
  String field(String question) {
    return TopicFields.of(topic(question));
  }

  private static String stem(String question) {
    int dot = question.indexOf('.');
    return dot < 0 ? question : question.substring(0, dot);
  }

  private static Map<String, String> numbered(String... lines) {
    return Stream.of(lines)
        .map(it -> it.split(" ", 2))
        .collect(Collectors.toUnmodifiableMap(it -> "q" + it[0], it -> it[1]));
  }
}
