package org.planlock.syntax.dsl;

import java.util.List;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.syntax.PlanNode;

/** Reads the two ends of a range. */
record Ends(Passage passage) {
  private boolean isNumber() {
    return passage.isKind(passage.index(), Part.Kind.NUMBER) || passage.looksAt("-");
  }

  PlanNode read() {
    int start = passage.index();
    var low = passage.term();
    if (!passage.take("..") || !isNumber()) {
      passage.report(
          Diagnostic.at(
                  passage.since(start),
                  Rule.MISSING_VALUE,
                  "a range has two ends, here stands `" + passage.since(start).text() + "`")
              .help("write it as `0 .. 80`"));
      return low;
    }
    return new PlanNode.Sequence(List.of(low, passage.term()), passage.since(start));
  }
}
