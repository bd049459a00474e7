package org.planlock.syntax.groovy;

import java.util.Optional;
import java.util.Set;
import org.planlock.source.SourceFile;
import org.planlock.syntax.CursorAnswer;
import org.planlock.syntax.Findings;

/** What may be written at a place of a Groovy plan that need not be whole: for editors. */
public final class GroovyQuestion {
  private GroovyQuestion() {}

  /** Reads a text in which a word stands that no plan has, where the cursor is. */
  public static CursorAnswer ask(SourceFile source, String word) {
    var asked = Asked.at(word);
    var tree = GroovyPlanReader.tree(source, new Findings(), asked);
    return new CursorAnswer(Optional.of(tree), asked.openers());
  }

  /** The words that open the statements of a plan. */
  public static Set<String> statements() {
    return Set.copyOf(Vocabulary.ofPlan().words().keySet());
  }
}
