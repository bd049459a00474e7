package org.planlock.syntax.dsl;

import java.util.Set;
import java.util.stream.Collectors;
import org.planlock.source.SourceFile;
import org.planlock.syntax.CursorAnswer;
import org.planlock.syntax.Findings;

/** What may be written at a place of a {@code .plan} text that need not be whole: for editors. */
public final class DslQuestion {
  private DslQuestion() {}

  /** Reads a text in which a word stands that no plan has, where the cursor is. */
  public static CursorAnswer ask(SourceFile source, String word) {
    var asked = Asked.at(word);
    var tree = DslPlanReader.tree(source, new Findings(), asked);
    return new CursorAnswer(tree, asked.answers().stream().distinct().toList());
  }

  /** The words that open the statements of a plan. */
  public static Set<String> statements() {
    return PlanWords.PLAN.words().collect(Collectors.toUnmodifiableSet());
  }
}
