package org.planlock.plan.coverage;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planlock.plan.coverage.Said.Kind;
import org.planlock.syntax.PlanNode;

/** What counts of something that a plan says, where not everything does. */
final class Seen {
  private static final Pattern SIGNIFICANCE =
      Pattern.compile("\\bp_(?:value|holm)\\([^)]*\\)\\s*[<>]=?\\s*[0-9.]+");
  private static final Pattern THRESHOLD =
      Pattern.compile("[<>]=?\\s*-?[0-9]|[0-9][\\w./ ]*[<>]|\\b(?:inside|outside)\\s");

  private Seen() {}

  static Said onlyNotApplicable(Said said) {
    return said.kind() == Kind.NOT_APPLICABLE ? said : said.as(Kind.MISSING);
  }

  /** A text that starts with a word, or one that does not. */
  static Said startingWith(String word, boolean does, Said said) {
    boolean fits =
        said.node()
            .filter(
                node ->
                    node instanceof PlanNode.Scalar text && text.text().startsWith(word) == does)
            .isPresent();
    return fits ? said : said.as(Kind.MISSING);
  }

  /** A list that has a word among its items. */
  static Said including(String word, Said said) {
    return said.kind() == Kind.STATED && texts(said).noneMatch(word::equals)
        ? new Said(Kind.MISSING, said.path() + "[" + word + "]", said.node())
        : said;
  }

  /** A place where a number divides what is in from what is out. */
  static Said withThreshold(Said said) {
    return said.kind() == Kind.STATED && !divides(said) ? said.as(Kind.MISSING) : said;
  }

  /** A place that is stated, and where no number divides anything. */
  static Said withoutThreshold(Said said) {
    return said.as(
        said.kind() == Kind.STATED && !divides(said) ? Kind.NOT_APPLICABLE : Kind.MISSING);
  }

  /** A level of significance is no threshold, since it says nothing of a size. */
  private static boolean divides(Said said) {
    return texts(said)
        .map(text -> SIGNIFICANCE.matcher(text).replaceAll(""))
        .anyMatch(text -> THRESHOLD.matcher(text).find());
  }

  private static Stream<String> texts(Said said) {
    return said.node().stream().flatMap(Seen::texts);
  }

  private static Stream<String> texts(PlanNode node) {
    if (node instanceof PlanNode.Mapping mapping) {
      return mapping.entries().stream().flatMap(entry -> texts(entry.value()));
    }
    return node instanceof PlanNode.Sequence list
        ? list.items().stream().flatMap(Seen::texts)
        : Stream.of(((PlanNode.Scalar) node).text());
  }
}
