package org.planlock.plan.check;

import java.util.HashMap;
import java.util.Map;
import org.planlock.syntax.PlanNode;

/** How often each word stands anywhere in the canonical plan. */
final class Usage {
  private static final String JOINING = "_.-";

  private final Map<String, Integer> times = new HashMap<>();

  Usage(PlanNode tree) {
    count(tree);
  }

  /** Whether a name stands anywhere but where it is declared. */
  boolean isUsed(String name) {
    return times.getOrDefault(name, 0) > 1;
  }

  private void count(PlanNode node) {
    if (node instanceof PlanNode.Scalar scalar) {
      countWords(scalar.text());
    } else if (node instanceof PlanNode.Sequence list) {
      list.items().forEach(this::count);
    } else {
      ((PlanNode.Mapping) node).entries().forEach(entry -> count(entry.value()));
    }
  }

  /** By hand: it looks at every letter of a plan, once in the life of a process. */
  private void countWords(String text) {
    int start = 0;
    int next;
    for (int at = 0; at <= text.length(); at = next) {
      boolean isEnd = at == text.length();
      next = isEnd ? at + 1 : at + Character.charCount(text.codePointAt(at));
      if (isEnd || !isInWord(text.codePointAt(at))) {
        if (at > start) {
          times.merge(text.substring(start, at), 1, Integer::sum);
        }
        start = next;
      }
    }
  }

  private static boolean isInWord(int letter) {
    int type = Character.getType(letter);
    return Character.isLetterOrDigit(letter)
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER
        || JOINING.indexOf(letter) >= 0;
  }
}
