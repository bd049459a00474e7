package org.planlock.syntax.dsl;

import java.util.Optional;
import org.planlock.syntax.PlanNode;

/**
 * {@code counts_as inside}: two words, the second of which is an operator elsewhere and so would
 * ask for more.
 */
record CountsAs() implements Form {
  static final String WORD = "counts_as";

  /** Whether two spellings of it are one. */
  static boolean isSame(PlanNode said, PlanNode back) {
    return said instanceof PlanNode.Scalar left
        && back instanceof PlanNode.Scalar right
        && spaced(left.text()).equals(spaced(right.text()));
  }

  @Override
  public PlanNode read(Passage passage) {
    int start = passage.index();
    passage.skip(1);
    if (passage.isAt(start, WORD) && passage.hasValue()) {
      passage.skip(1);
    }
    return passage.scalar(start, passage.index());
  }

  @Override
  public Optional<Sentence> write(PlanNode value, Page page) {
    return Forms.text(value).map(CountsAs::spaced).map(Sentence::of);
  }

  private static String spaced(String text) {
    var words = text.strip().split("[_\\s]+", 3);
    return words.length == 3 && (words[0] + "_" + words[1]).equals(WORD)
        ? WORD + " " + words[2].replaceAll("\\s+", "_")
        : text;
  }
}
