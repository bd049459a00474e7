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
        && left.text().startsWith(WORD)
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
    return text.replaceFirst("^" + WORD + "_", WORD + " ");
  }
}
